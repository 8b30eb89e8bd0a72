import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard, type Guard } from '../connection/statement.ts'
import { type EventSource, eventSources } from './event-sources.ts'
import { uuidV7 } from './uuid-v7.ts'

/** Somebody is told of events, begins by them, or waits for one. Only then are tables read for them. */
const somebodyListens = sql`(
  exists (select 1 from webhook_endpoints where disabled_at is null and event_types <> '[]')
  or exists (select 1 from workflows where status = 'activated' and trigger in ('send', 'bounce', 'expiry')
    and built_in_key is null)
  or exists (select 1 from workflow_runs where waiting_for is not null
    and waiting_for not in ('time', 'approval', 'delivery')))`

/** What happened before somebody listens is history. Goes before the statement that makes them listen. */
export const openCursors = (now: Date): Change[] =>
  eventSources.map(
    ({ name, kind, table, id }) => sql`
      insert into event_cursors (source, row_id, last_id, read_at)
      select ${name}, ${kind === 'rows' ? sql`(select coalesce(max(rowid), 0) from ${table})` : sql`0`},
        ${kind === 'rows' && id ? sql`(select ${id} from ${table} order by rowid desc limit 1)` : sql`null`},
        ${now.getTime()}
      where not ${somebodyListens} or not exists (select 1 from event_cursors where source = ${name})
      on conflict (source) do update
      set row_id = excluded.row_id, last_id = excluded.last_id, read_at = excluded.read_at`,
  )

/** A stretch of a source that holds something new: from (excluded) and to. */
export type EventStretch = { source: EventSource; rowId: number; readAt: number; from: number; to: number }

/** So many rows at a time. */
const longestStretch = 500
/** Clocks of processes differ, and writes take a moment: the clock is read again so far back. Keys keep it at once. */
const overlapMilliseconds = 5 * 60_000

/** Where there is something to read; nothing while nobody listens. Looks without a lock. */
export async function findEventStretches(database: Database, now: Date): Promise<EventStretch[]> {
  const rows = await database.query.all<{
    source: string
    rowId: number
    readAt: number
    from: number
    to: number
  }>(sql`
    select * from (${sql.join(
      eventSources.map((source) => (source.kind === 'rows' ? rowStretch(source) : timeStretch(source, now))),
      sql` union all `,
    )}) where ${somebodyListens}`)
  return rows.flatMap(({ source, ...stretch }) => {
    const found = eventSources.find(({ name }) => name === source)
    return found
      ? [
          {
            source: found,
            ...stretch,
            to: Math.min(stretch.to, stretch.from + (found.kind === 'rows' ? longestStretch : Infinity)),
          },
        ]
      : []
  })
}

// Should the last row read be gone, or its number have moved, a thousand rows are read again; keys keep it at once.
function rowStretch({ name, table, id }: EventSource): SQL {
  const newest = sql`(select coalesce(max(rowid), 0) from ${table})`
  const from = id
    ? sql`coalesce((select source.rowid from ${table} where source.${id} = event_cursors.last_id),
        case when event_cursors.last_id is null then 0 else max(0, min(event_cursors.row_id, ${newest}) - 1000) end)`
    : sql`min(event_cursors.row_id, ${newest})`
  return sql`
    select source, row_id as rowId, read_at as readAt, ${from} as "from", ${newest} as "to"
    from event_cursors where source = ${name} and ${from} < ${newest}`
}

function timeStretch({ name, table, at, where, key }: EventSource, now: Date): SQL {
  const instant = at ?? sql`null`
  return sql`
    select source, row_id as rowId, read_at as readAt, read_at as "from", ${now.getTime()} as "to"
    from event_cursors where source = ${name} and read_at < ${now.getTime()} and exists (
      select 1 from ${table} where ${instant} > event_cursors.read_at - ${overlapMilliseconds} and ${instant} <= ${now.getTime()}
        and (${where}) and not exists (select 1 from events where events.key = ${key}))`
}

/**
 * Reads these stretches into events, and at once tells who listens: messages to endpoints, runs that begin, runs that
 * waited. Stops with `cursor` when another process was quicker.
 */
export const readEvents = (
  stretches: readonly EventStretch[],
  { batch, now }: { batch: string; now: Date },
): (Change | Guard)[] => [
  ...stretches.flatMap((stretch) => readStretch(stretch, batch, now)),
  ...tellEndpoints(batch, now),
  ...beginRuns(batch, now),
  ...wakeRuns(batch, now),
]

function readStretch(
  { source, rowId, readAt, from, to }: EventStretch,
  batch: string,
  now: Date,
): (Change | Guard)[] {
  const isRows = source.kind === 'rows'
  const at = source.at ?? sql`null`
  const within = isRows
    ? sql`source.rowid > ${from} and source.rowid <= ${to}`
    : sql`${at} > ${from - overlapMilliseconds} and ${at} <= ${to}`
  return [
    guard(
      'cursor',
      sql`exists (select 1 from event_cursors where source = ${source.name} and row_id = ${rowId} and read_at = ${readAt})`,
    ),
    sql`
      insert into events (id, type, key, batch, contact_id, invitation_id, data, occurred_at, created_at)
      select ${uuidV7(now)}, ${source.type}, ${source.key}, ${batch}, ${source.contactId}, ${source.invitationId},
        ${source.data}, ${source.occurredAt}, ${now.getTime()}
      from ${source.table} ${source.joins}
      where ${within} and (${source.where})
      on conflict (key) do nothing`,
    sql`
      update event_cursors
      set row_id = ${isRows ? to : rowId}, read_at = ${isRows ? now.getTime() : to},
        last_id = ${isRows && source.id ? sql`(select source.${source.id} from ${source.table} where source.rowid <= ${to} order by source.rowid desc limit 1)` : sql`null`}
      where source = ${source.name}`,
  ]
}

const isoOf = (column: SQL) => sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${column} / 1000.0, 'unixepoch')`

/** Events go after the messages of workflows, whose runs wait. */
const tellEndpoints = (batch: string, now: Date): Change[] => [
  sql`
    insert into webhook_deliveries
      (id, key, endpoint_id, event_id, contact_id, invitation_id, type, payload, status, created_at, next_attempt_at)
    select ${uuidV7(now)}, 'event:' || events.id || ':' || webhook_endpoints.id, webhook_endpoints.id, events.id,
      events.contact_id, events.invitation_id, events.type,
      json_object('type', events.type, 'timestamp', ${isoOf(sql`events.occurred_at`)}, 'data', json(events.data)),
      'queued', ${now.getTime()}, ${now.getTime()}
    from events
    join webhook_endpoints on webhook_endpoints.disabled_at is null
      and exists (select 1 from json_each(webhook_endpoints.event_types) where value = events.type)
    where events.batch = ${batch}
    on conflict (key) do nothing`,
  sql`
    insert into jobs (id, kind, key, payload, priority, run_at, created_at)
    select ${uuidV7(now)}, 'deliver_webhook', 'webhook:' || webhook_deliveries.id,
      json_object('deliveryId', webhook_deliveries.id), 20, ${now.getTime()}, ${now.getTime()}
    from events join webhook_deliveries on webhook_deliveries.event_id = events.id
    where events.batch = ${batch}
    on conflict (key) do nothing`,
]

/** The expiry of an invitation begins a run for each invited contact who has not redeemed it. */
const beginRuns = (batch: string, now: Date): Change[] => [
  sql`
    insert into workflow_runs
      (id, workflow_id, workflow_version_id, contact_id, invitation_id, status, key, began_by, created_at)
    select ${uuidV7(now)}, workflows.id, workflows.active_version_id, person.contact_id, events.invitation_id, 'queued',
      'event:' || events.key || ':' || workflows.id || ':' || person.contact_id, workflows.trigger, ${now.getTime()}
    from events
    join workflows on workflows.status = 'activated' and workflows.built_in_key is null
      and workflows.active_version_id is not null
      and workflows.trigger = case events.type when 'invitation.sent' then 'send' when 'invitation.bounced' then 'bounce'
        when 'invitation.expired' then 'expiry' end
    join (
      select events.id as event_id, events.contact_id from events where batch = ${batch} and contact_id is not null
      union all
      select events.id, recipient.contact_id from events
      join invitation_recipients recipient on recipient.invitation_id = events.invitation_id
      where batch = ${batch} and events.contact_id is null and not exists (
        select 1 from redemptions where redemptions.invitation_id = recipient.invitation_id
          and redemptions.contact_id = recipient.contact_id and redemptions.undone_at is null)
    ) person on person.event_id = events.id
    join contacts on contacts.id = person.contact_id
    where events.batch = ${batch}
    on conflict (key) do nothing`,
  sql`
    insert into jobs (id, kind, key, payload, priority, run_at, created_at)
    select ${uuidV7(now)}, 'run_workflow', 'workflow-run:' || workflow_runs.id,
      json_object('workflowRunId', workflow_runs.id), 20, ${now.getTime()}, ${now.getTime()}
    from workflow_runs
    where workflow_runs.created_at = ${now.getTime()} and workflow_runs.began_by in ('send', 'bounce', 'expiry')
      and workflow_runs.status = 'queued'
    on conflict (key) do nothing`,
]

/** What happened a second before a run began to wait may have been on its way. */
const wakeRuns = (batch: string, now: Date): Change[] => [
  sql`
    update workflow_runs set wake = json_object('event', events.type, 'occurredAt', ${isoOf(sql`events.occurred_at`)})
    from events
    where events.batch = ${batch} and workflow_runs.waiting_for = events.type and workflow_runs.status = 'waiting'
      and (events.contact_id is null or workflow_runs.contact_id = events.contact_id)
      and (events.invitation_id is null and events.contact_id is not null
        or workflow_runs.invitation_id is null and events.contact_id is not null
        or workflow_runs.invitation_id = events.invitation_id)
      and events.occurred_at >= workflow_runs.waiting_since - 1000`,
  sql`
    update jobs set run_at = ${now.getTime()}
    where completed_at is null and parked_at is null and run_at > ${now.getTime()} and key in (
      select 'workflow-run:' || id from workflow_runs where waiting_for is not null and wake is not null)`,
]

const dayMilliseconds = 24 * 60 * 60 * 1000

/** Events are told within minutes, and messages looked up for weeks; those of the clock are kept to be told once. */
export const pruneEvents = (now: Date): Change[] => [
  sql`
    delete from events where created_at <= ${now.getTime() - 30 * dayMilliseconds}
      and (type not in ('invitation.expired', 'grant.removed') or created_at <= ${now.getTime() - 400 * dayMilliseconds})`,
  sql`
    delete from webhook_deliveries
    where created_at <= ${now.getTime() - 60 * dayMilliseconds} and status <> 'queued'`,
]
