import { and, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import { type EmailKind, type JobKind, jobs } from '../schema/index.ts'
import { countRows } from './count-rows.ts'
import { containsText, endPage, type Page, type PageRequest, type SortName, startPage } from './page.ts'

export type NewJob = {
  id: string
  kind: JobKind
  key: string
  payload: { emailId: string } | { workflowRunId: string } | { deliveryId: string }
  /** Smaller first: 0 somebody waits for it, 10 a redemption, 20 a send. */
  priority: number
  /** Not before, in milliseconds since 1970; left out: at once. */
  runAt?: number | null
}

export type ClaimedJob = {
  id: string
  kind: JobKind
  payload: { emailId?: string; workflowRunId?: string; deliveryId?: string }
  priority: number
  /** This one included. */
  attempts: number
}

/** Which jobs somebody looks for. */
export type JobSelection = {
  kinds: readonly JobKind[]
  /** Only jobs at least this urgent; smaller is more urgent. */
  maximumPriority: number
  now: Date
}

/** Any number of jobs in one statement. A key that is there already keeps its job. */
export const insertJobs = (newJobs: readonly NewJob[], now: Date): SQL => sql`
  insert into jobs (id, kind, key, payload, priority, run_at, created_at)
  select value->>'id', value->>'kind', value->>'key', value->'payload', value->>'priority',
    coalesce(value->>'runAt', ${now.getTime()}), ${now.getTime()}
  from json_each(${JSON.stringify(newJobs)})
  where true
  on conflict (key) do nothing`

/** A lease that ends later than this was given by a clock that has been put back since. */
const longestLeaseMilliseconds = 10 * 60_000

const isDue = ({ kinds, maximumPriority, now }: JobSelection) => sql`
  completed_at is null and parked_at is null and run_at <= ${now.getTime()} and priority <= ${maximumPriority}
  and kind in (select value from json_each(${JSON.stringify(kinds)}))
  and (lease_ends_at is null or lease_ends_at <= ${now.getTime()}
    or lease_ends_at > ${now.getTime() + longestLeaseMilliseconds})`

/** A look without a lock, so that an idle worker never writes. */
export async function hasDueJobs(database: Database, selection: JobSelection): Promise<boolean> {
  const rows = await database.query.all(sql`select 1 from jobs where ${isDue(selection)} limit 1`)
  return rows.length > 0
}

/**
 * Takes up to `limit` due jobs, the most urgent first, under one lease. Whoever held them before holds them no more:
 * the token is the fence.
 */
export async function claimJobs(
  database: Database,
  claim: JobSelection & { limit: number; leaseToken: string; leaseEndsAt: Date },
): Promise<ClaimedJob[]> {
  const written = await database.write([
    sql`
      update jobs
      set lease_token = ${claim.leaseToken}, lease_ends_at = ${claim.leaseEndsAt.getTime()}, attempts = attempts + 1
      where id in (select id from jobs where ${isDue(claim)} order by priority, run_at, id limit ${claim.limit})
      returning id, kind, payload, priority, attempts`,
  ])
  const rows = written.ok ? (written.results[0]?.rows ?? []) : []
  return rows
    .map((row) => ({
      id: String(row.id),
      kind: String(row.kind) as JobKind,
      payload: JSON.parse(String(row.payload)) as ClaimedJob['payload'],
      priority: Number(row.priority),
      attempts: Number(row.attempts),
    }))
    .sort((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : 1))
}

/** True while nobody else has claimed the job. */
export const holdsLease = (jobId: string, leaseToken: string) =>
  guard(
    'lease',
    sql`exists (select 1 from jobs where id = ${jobId} and lease_token = ${leaseToken} and completed_at is null)`,
  )

export const renewLease = (leaseToken: string, leaseEndsAt: Date): SQL => sql`
  update jobs set lease_ends_at = ${leaseEndsAt.getTime()} where lease_token = ${leaseToken} and completed_at is null`

/** Done. Jobs whose lease was lost stay with who holds them now. */
export const completeJobs = (leaseToken: string, jobIds: readonly string[], now: Date): SQL => sql`
  update jobs
  set completed_at = ${now.getTime()}, lease_token = null, lease_ends_at = null, last_error = null
  where lease_token = ${leaseToken} and id in (select value from json_each(${JSON.stringify(jobIds)}))
  returning id`

/** Given back untried: the attempt does not count. */
export const releaseJobs = (
  leaseToken: string,
  released: readonly { id: string; runAt: number; reason: string | null }[],
): SQL => sql`
  update jobs
  set lease_token = null, lease_ends_at = null, attempts = max(0, attempts - 1),
      run_at = released.value->>'runAt', last_error = released.value->>'reason'
  from json_each(${JSON.stringify(released)}) released
  where lease_token = ${leaseToken} and jobs.id = released.value->>'id'`

/** Tried in vain: again at `runAt`, or parked when that is null. */
export const failJobs = (
  leaseToken: string,
  failed: readonly { id: string; runAt: number | null; reason: string }[],
  now: Date,
): SQL => sql`
  update jobs
  set lease_token = null, lease_ends_at = null, last_error = failed.value->>'reason',
      run_at = coalesce(failed.value->>'runAt', run_at),
      parked_at = case when failed.value->>'runAt' is null then ${now.getTime()} end
  from json_each(${JSON.stringify(failed)}) failed
  where lease_token = ${leaseToken} and jobs.id = failed.value->>'id'`

/** Everything that is held under this token, given back at once: a worker says goodbye. */
export const releaseLease = (leaseToken: string): SQL => sql`
  update jobs set lease_token = null, lease_ends_at = null, attempts = max(0, attempts - 1)
  where lease_token = ${leaseToken} and completed_at is null`

export const parkedJobSorts = { parkedAt: [jobs.parkedAt] }
export type ParkedJob = {
  id: string
  kind: JobKind
  payload: { emailId?: string; workflowRunId?: string; deliveryId?: string }
  /** The mail that does not leave; null when the work is none, or the mail is gone. */
  email: {
    kind: EmailKind
    toAddress: string | null
    sendId: string | null
    invitationId: string | null
    invitationName: string | null
  } | null
  /** The run that does not go on. */
  workflowRun: {
    workflowId: string
    workflowName: string
    contactId: string
    contactFirstName: string | null
    contactLastName: string | null
    contactEmail: string | null
  } | null
  attempts: number
  lastError: string | null
  parkedAt: Date | null
  createdAt: Date
}

const parkedEmail = sql<ParkedJob['email']>`(
  select json_object('kind', emails.kind, 'toAddress', coalesce(emails.to_address, contacts.email),
    'sendId', emails.send_id, 'invitationId', invitations.id, 'invitationName', invitations.name)
  from emails
  left join contacts on contacts.id = emails.contact_id
  left join invitations on invitations.id = emails.invitation_id
  where emails.id = ${jobs.payload}->>'emailId')`

const parkedWorkflowRun = sql<ParkedJob['workflowRun']>`(
  select json_object('workflowId', workflows.id, 'workflowName', workflows.name, 'contactId', workflow_runs.contact_id,
    'contactFirstName', contacts.first_name, 'contactLastName', contacts.last_name, 'contactEmail', contacts.email)
  from workflow_runs
  join workflows on workflows.id = workflow_runs.workflow_id
  left join contacts on contacts.id = workflow_runs.contact_id
  where workflow_runs.id = ${jobs.payload}->>'workflowRunId')`

export async function findParkedJobs(
  database: Database,
  request: PageRequest<SortName<typeof parkedJobSorts>>,
): Promise<Page<ParkedJob> | null> {
  const page = startPage(request, parkedJobSorts, jobs.id)
  if (!page) return null
  const filter = and(
    isNotNull(jobs.parkedAt),
    containsText(request.search, [
      jobs.lastError,
      sql`${parkedEmail}->>'toAddress'`,
      sql`${parkedEmail}->>'invitationName'`,
      sql`${parkedWorkflowRun}->>'workflowName'`,
      sql`${parkedWorkflowRun}->>'contactEmail'`,
    ]),
  )
  const rows = await database.query
    .select({
      id: jobs.id,
      kind: jobs.kind,
      payload: jobs.payload,
      email: parkedEmail.mapWith((text: string) => JSON.parse(text)),
      workflowRun: parkedWorkflowRun.mapWith((text: string) => JSON.parse(text)),
      attempts: jobs.attempts,
      lastError: jobs.lastError,
      parkedAt: jobs.parkedAt,
      createdAt: jobs.createdAt,
      pageKey: page.key,
    })
    .from(jobs)
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  return { ...endPage(page, rows), totalCount: await countRows(database, jobs, filter) }
}

export const jobIsParked = (jobId: string) =>
  guard('parked', sql`exists (select 1 from jobs where id = ${jobId} and parked_at is not null)`)

/** What the invitation of a mail gives; nothing for other work. */
export async function findWebRoleIdsOfJob(database: Database, jobId: string): Promise<string[]> {
  const rows = await database.query.all<{ id: string }>(sql`
    select invitation_web_roles.web_role_id as id
    from jobs
    join emails on emails.id = jobs.payload->>'emailId' and emails.kind = 'invitation'
    join invitation_web_roles on invitation_web_roles.invitation_id = emails.invitation_id
    where jobs.id = ${jobId}`)
  return rows.map(({ id }) => id)
}

/** Fresh again, with what it is about: a failed mail waits again, a parked run goes on where it stopped. */
export const retryJob = (jobId: string, now: Date): Change[] => [
  sql`
    update emails
    set status = 'queued', error = null, provider_error_code = null, failed_at = null,
      planned_address = case when planned_address is not null then
        (select contacts.email from contacts where contacts.id = emails.contact_id) end
    where status in ('failed', 'suppressed')
      and id = (select payload->>'emailId' from jobs where id = ${jobId})`,
  sql`
    update workflow_runs set status = 'queued', error = null, ended_at = null
    where status = 'parked' and id = (select payload->>'workflowRunId' from jobs where id = ${jobId})`,
  sql`
    update sends set status = 'sending', completed_at = null
    where status = 'completed' and id = (
      select emails.send_id from jobs join emails on emails.id = jobs.payload->>'emailId' where jobs.id = ${jobId})`,
  sql`
    update jobs set parked_at = null, attempts = 0, run_at = ${now.getTime()}, last_error = null where id = ${jobId}`,
]
