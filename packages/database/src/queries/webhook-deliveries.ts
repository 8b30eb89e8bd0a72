import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import {
  webhookAttempts,
  webhookDeliveries,
  type WebhookDeliveryStatus,
  webhookEndpoints,
} from '../schema/index.ts'
import { countRows } from './count-rows.ts'
import { containsText, endPage, type Page, type PageRequest, type SortName, startPage } from './page.ts'

/** Of a run's step that waits for its message, or failed: to be selected where `run` is in reach. */
export const webhookDeliveryOfStep: SQL = sql`(
  select json_object('id', delivery.id, 'status', delivery.status, 'attempts', delivery.attempts,
    'responseStatus', delivery.response_status, 'responseBody', delivery.response_body, 'error', delivery.error)
  from workflow_run_steps step
  join webhook_deliveries delivery on delivery.key = 'workflow-step:' || step.run_id || ':' || step.position
  where step.run_id = run.id and step.kind = 'call_webhook' and step.status <> 'completed')`

export type NewDelivery = {
  id: string
  key: string
  endpointId: string
  runId: string | null
  contactId: string | null
  invitationId: string | null
  type: string
  payload: string
  jobId: string
}

/**
 * Messages that wait to be sent, with their jobs. A key that is there already keeps its message: one that failed waits
 * again, under the same id.
 */
export const insertDeliveries = (
  deliveries: readonly NewDelivery[],
  options: { priority: number; now: Date },
): Change[] => {
  const [json, now] = [JSON.stringify(deliveries), options.now.getTime()]
  return [
    sql`
      insert into webhook_deliveries
        (id, key, endpoint_id, run_id, contact_id, invitation_id, type, payload, status, created_at, next_attempt_at)
      select value->>'id', value->>'key', value->>'endpointId', value->>'runId', value->>'contactId',
        value->>'invitationId', value->>'type', value->>'payload', 'queued', ${now}, ${now}
      from json_each(${json})
      where true
      on conflict (key) do update set status = 'queued', error = null, ended_at = null, next_attempt_at = ${now}
      where webhook_deliveries.status in ('failed', 'cancelled')`,
    sql`
      insert into jobs (id, kind, key, payload, priority, run_at, created_at)
      select value->>'jobId', 'deliver_webhook', 'webhook:' || webhook_deliveries.id,
        json_object('deliveryId', webhook_deliveries.id), ${options.priority}, ${now}, ${now}
      from json_each(${json})
      join webhook_deliveries on webhook_deliveries.key = value->>'key' and webhook_deliveries.status = 'queued'
      where true
      on conflict (key) do update
      set completed_at = null, parked_at = null, attempts = 0, run_at = ${now}, last_error = null,
        lease_token = null, lease_ends_at = null
      where jobs.completed_at is not null or jobs.parked_at is not null`,
  ]
}

/** A message and where it goes. */
export type DeliveryToSend = {
  id: string
  status: WebhookDeliveryStatus
  type: string
  payload: string
  attempts: number
  runId: string | null
  contactId: string | null
  invitationId: string | null
  endpointId: string
  endpointName: string
  url: string
  secretSealed: string
  previousSecretSealed: string | null
  previousSecretEndsAt: Date | null
  failingSince: Date | null
  disabledAt: Date | null
}

export async function findDeliveriesToSend(
  database: Database,
  ids: readonly string[],
): Promise<DeliveryToSend[]> {
  return database.query
    .select({
      id: webhookDeliveries.id,
      status: webhookDeliveries.status,
      type: webhookDeliveries.type,
      payload: webhookDeliveries.payload,
      attempts: webhookDeliveries.attempts,
      runId: webhookDeliveries.runId,
      contactId: webhookDeliveries.contactId,
      invitationId: webhookDeliveries.invitationId,
      endpointId: webhookEndpoints.id,
      endpointName: webhookEndpoints.name,
      url: webhookEndpoints.url,
      secretSealed: webhookEndpoints.secretSealed,
      previousSecretSealed: webhookEndpoints.previousSecretSealed,
      previousSecretEndsAt: webhookEndpoints.previousSecretEndsAt,
      failingSince: webhookEndpoints.failingSince,
      disabledAt: webhookEndpoints.disabledAt,
    })
    .from(webhookDeliveries)
    .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
    .where(inArray(webhookDeliveries.id, [...ids]))
}

/** How an attempt went, and what follows from it. */
export type AttemptOutcome = {
  deliveryId: string
  endpointId: string
  number: number
  startedAt: Date
  milliseconds: number
  status: WebhookDeliveryStatus
  responseStatus: number | null
  responseBody: string | null
  error: string | null
  nextAttemptAt: Date | null
  now: Date
}

export const recordAttempt = (outcome: AttemptOutcome): Change[] => [
  sql`
    insert into webhook_attempts (delivery_id, number, started_at, milliseconds, response_status, error)
    values (${outcome.deliveryId}, ${outcome.number}, ${outcome.startedAt.getTime()}, ${outcome.milliseconds},
      ${outcome.responseStatus}, ${outcome.error})
    on conflict do nothing`,
  sql`
    update webhook_deliveries
    set status = ${outcome.status}, attempts = ${outcome.number}, response_status = ${outcome.responseStatus},
      response_body = ${outcome.responseBody}, error = ${outcome.error},
      next_attempt_at = ${outcome.nextAttemptAt?.getTime() ?? null},
      ended_at = ${outcome.status === 'queued' ? null : outcome.now.getTime()}
    where id = ${outcome.deliveryId} and status = 'queued'`,
  sql`
    update webhook_endpoints
    set failing_since = ${outcome.status === 'succeeded' ? null : sql`coalesce(failing_since, ${outcome.now.getTime()})`}
    where id = ${outcome.endpointId} and failing_since is ${outcome.status === 'succeeded' ? sql`not null` : sql`null`}`,
]

/** The run that waits for this message goes on. */
export const wakeRunOfDelivery = (runId: string, now: Date): Change => sql`
  update jobs set run_at = ${now.getTime()}
  where key = ${`workflow-run:${runId}`} and completed_at is null and parked_at is null and run_at > ${now.getTime()}`

export type WebhookDeliveryListItem = {
  id: string
  endpointId: string
  endpointName: string
  type: string
  status: WebhookDeliveryStatus
  attempts: number
  responseStatus: number | null
  error: string | null
  runId: string | null
  contactId: string | null
  invitationId: string | null
  createdAt: Date
  nextAttemptAt: Date | null
  endedAt: Date | null
}

const listed = {
  id: webhookDeliveries.id,
  endpointId: webhookDeliveries.endpointId,
  endpointName: webhookEndpoints.name,
  type: webhookDeliveries.type,
  status: webhookDeliveries.status,
  attempts: webhookDeliveries.attempts,
  responseStatus: webhookDeliveries.responseStatus,
  error: webhookDeliveries.error,
  runId: webhookDeliveries.runId,
  contactId: webhookDeliveries.contactId,
  invitationId: webhookDeliveries.invitationId,
  createdAt: webhookDeliveries.createdAt,
  nextAttemptAt: webhookDeliveries.nextAttemptAt,
  endedAt: webhookDeliveries.endedAt,
}

export const webhookDeliverySorts = { createdAt: [webhookDeliveries.createdAt] }

export async function findDeliveries(
  database: Database,
  request: PageRequest<SortName<typeof webhookDeliverySorts>> & {
    endpointId?: string | undefined
    status?: WebhookDeliveryStatus | undefined
    contactId?: string | undefined
  },
): Promise<Page<WebhookDeliveryListItem> | null> {
  const page = startPage(request, webhookDeliverySorts, webhookDeliveries.id)
  if (!page) return null
  const filter = and(
    containsText(request.search, [webhookDeliveries.type, webhookDeliveries.error]),
    request.endpointId === undefined ? undefined : eq(webhookDeliveries.endpointId, request.endpointId),
    request.status === undefined ? undefined : eq(webhookDeliveries.status, request.status),
    request.contactId === undefined ? undefined : eq(webhookDeliveries.contactId, request.contactId),
  )
  const rows = await database.query
    .select({ ...listed, pageKey: page.key })
    .from(webhookDeliveries)
    .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  return { ...endPage(page, rows), totalCount: await countRows(database, webhookDeliveries, filter) }
}

export type WebhookDeliveryRow = WebhookDeliveryListItem & {
  payload: string
  responseBody: string | null
  attemptLog: {
    number: number
    startedAt: Date
    milliseconds: number
    responseStatus: number | null
    error: string | null
  }[]
}

export async function findDelivery(database: Database, id: string): Promise<WebhookDeliveryRow | null> {
  const [row] = await database.query
    .select({ ...listed, payload: webhookDeliveries.payload, responseBody: webhookDeliveries.responseBody })
    .from(webhookDeliveries)
    .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
    .where(eq(webhookDeliveries.id, id))
  if (!row) return null
  const { number, startedAt, milliseconds, responseStatus, error } = webhookAttempts
  const attemptLog = await database.query
    .select({ number, startedAt, milliseconds, responseStatus, error })
    .from(webhookAttempts)
    .where(eq(webhookAttempts.deliveryId, id))
    .orderBy(webhookAttempts.number)
  return { ...row, attemptLog }
}

export const deliveryIsOver = (id: string) =>
  guard(
    'over',
    sql`exists (select 1 from webhook_deliveries where id = ${id} and status in ('succeeded', 'failed', 'cancelled'))`,
  )

/** Sent once more under the same id, which tells the receiver that it is the same message. */
export const sendAgain = (id: string, jobId: string, now: Date): Change[] => [
  sql`
    update webhook_deliveries set status = 'queued', error = null, ended_at = null, next_attempt_at = ${now.getTime()}
    where id = ${id}`,
  sql`
    insert into jobs (id, kind, key, payload, priority, run_at, created_at)
    values (${jobId}, 'deliver_webhook', ${`webhook:${id}`}, ${JSON.stringify({ deliveryId: id })}, 10,
      ${now.getTime()}, ${now.getTime()})
    on conflict (key) do update
    set completed_at = null, parked_at = null, attempts = 0, run_at = ${now.getTime()}, last_error = null,
      lease_token = null, lease_ends_at = null`,
]
