import type { RunBeginning, WorkflowDefinition } from '@usher/domain'
import { inArray, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { guard, type Change } from '../connection/statement.ts'
import { type WorkflowRunStatus, workflowVersions } from '../schema/index.ts'
import { webhookDeliveryOfStep } from './webhook-deliveries.ts'

type Instant = number | null

/** A run, and everything its steps can speak of. Instants are milliseconds. */
export type RunState = {
  id: string
  status: WorkflowRunStatus
  workflowId: string
  workflowName: string
  versionId: string
  activatedById: string | null
  beganBy: RunBeginning
  depth: number
  waitingFor: string | null
  waitingSince: Instant
  resumeAt: Instant
  wake: Record<string, unknown> | null
  createdAt: number
  startedAt: Instant
  redemptionId: string | null
  invitationId: string | null
  contactId: string
  contact: {
    id: string
    firstName: string | null
    lastName: string | null
    email: string | null
    email2: string | null
    email3: string | null
    locale: string | null
    timeZone: string | null
    accountId: string | null
    createdAt: number
    tags: string[]
    webRoles: string[]
  } | null
  account: {
    id: string
    name: string
    number: string | null
    email: string | null
    websiteUrl: string | null
  } | null
  invitation: {
    id: string
    name: string
    type: string
    status: string
    message: string | null
    expiresAt: Instant
    sentAt: Instant
    createdAt: number
    redemptionCount: number
    maximumRedemptions: number | null
    webRoles: string[]
  } | null
  redemption: { id: string; redeemedAt: number; ipAddress: string | null } | null
  website: { id: string; name: string; url: string } | null
  steps: {
    position: number
    key: string
    status: 'completed' | 'failed' | 'waiting'
    attempts: number
    output: Record<string, unknown> | null
  }[]
  /** The message of the step that waits for an answer, or failed for want of one. */
  delivery: {
    id: string
    status: 'queued' | 'succeeded' | 'failed' | 'cancelled'
    attempts: number
    responseStatus: number | null
    responseBody: string | null
    error: string | null
  } | null
}

/** In one read. */
export async function findRunStates(
  database: Database,
  runIds: readonly string[],
  now: Date,
): Promise<RunState[]> {
  const rows = await database.query.all<{ run: string }>(sql`
    select json_object(
      'id', run.id, 'status', run.status, 'workflowId', run.workflow_id, 'workflowName', workflows.name,
      'versionId', run.workflow_version_id, 'activatedById', workflow_versions.activated_by_id, 'beganBy', run.began_by,
      'depth', run.depth, 'waitingFor', run.waiting_for, 'waitingSince', run.waiting_since, 'resumeAt', run.resume_at,
      'wake', json(run.wake), 'createdAt', run.created_at, 'startedAt', run.started_at,
      'redemptionId', run.redemption_id, 'invitationId', run.invitation_id, 'contactId', run.contact_id,
      'contact', case when contacts.id is not null then ${contactOfRun(now)} end,
      ${placeOfRun},
      'redemption', case when redemptions.id is not null then json_object(
        'id', redemptions.id, 'redeemedAt', redemptions.redeemed_at, 'ipAddress', redemptions.ip_address) end,
      'steps', (select json_group_array(json_object('position', position, 'key', step_key, 'status', status,
          'attempts', attempts, 'output', json(output)))
        from workflow_run_steps where run_id = run.id),
      'delivery', ${webhookDeliveryOfStep}
    ) as run
    from json_each(${JSON.stringify(runIds)}) asked
    join workflow_runs run on run.id = asked.value
    join workflows on workflows.id = run.workflow_id
    join workflow_versions on workflow_versions.id = run.workflow_version_id
    left join contacts on contacts.id = run.contact_id
    left join accounts on accounts.id = contacts.account_id
    left join invitations on invitations.id = run.invitation_id
    left join redemptions on redemptions.id = run.redemption_id
    left join websites on websites.id = coalesce(invitations.website_id,
      (select id from websites order by created_at, id limit 1))`)
  return rows.map(({ run }) => JSON.parse(run) as RunState)
}

/** The same values for a contact, and an invitation, of whom no run is about: for a dry run. */
export async function findImaginedRun(
  database: Database,
  { contactId, invitationId, now }: { contactId: string; invitationId: string | null; now: Date },
): Promise<Pick<RunState, 'contact' | 'account' | 'invitation' | 'website'> | null> {
  const [row] = await database.query.all<{ run: string }>(sql`
    select json_object(
      'contact', ${contactOfRun(now)},
      ${placeOfRun}
    ) as run
    from contacts
    left join accounts on accounts.id = contacts.account_id
    left join invitations on invitations.id = ${invitationId}
    left join websites on websites.id = coalesce(invitations.website_id,
      (select id from websites order by created_at, id limit 1))
    where contacts.id = ${contactId}`)
  return row ? (JSON.parse(row.run) as RunState) : null
}

/** What is around the contact of a run. */
const placeOfRun: SQL = sql`
      'account', case when accounts.id is not null then json_object(
        'id', accounts.id, 'name', accounts.name, 'number', accounts.number, 'email', accounts.email,
        'websiteUrl', accounts.website_url) end,
      'invitation', case when invitations.id is not null then json_object(
        'id', invitations.id, 'name', invitations.name, 'type', invitations.type, 'status', invitations.status,
        'message', invitations.message, 'expiresAt', invitations.expires_at, 'sentAt', invitations.sent_at,
        'createdAt', invitations.created_at, 'redemptionCount', invitations.redemption_count,
        'maximumRedemptions', invitations.maximum_redemptions,
        'webRoles', (select json_group_array(web_roles.name order by web_roles.name) from invitation_web_roles
          join web_roles on web_roles.id = invitation_web_roles.web_role_id
          where invitation_web_roles.invitation_id = invitations.id)) end,
      'website', case when websites.id is not null then json_object(
        'id', websites.id, 'name', websites.name, 'url', websites.base_url) end`

const contactOfRun = (now: Date): SQL => sql`json_object(
  'id', contacts.id, 'firstName', contacts.first_name, 'lastName', contacts.last_name, 'email', contacts.email,
  'email2', contacts.email2, 'email3', contacts.email3, 'locale', contacts.locale, 'timeZone', contacts.time_zone,
  'accountId', contacts.account_id, 'createdAt', contacts.created_at,
  'tags', (select json_group_array(tag order by tag) from contact_tags where contact_id = contacts.id),
  'webRoles', (select json_group_array(distinct web_roles.name order by web_roles.name) from grants
    join web_roles on web_roles.id = grants.web_role_id
    where grants.contact_id = contacts.id and grants.revoked_at is null
      and (grants.ends_at is null or grants.ends_at > ${now.getTime()})))`

/** The texts of these versions. */
export async function findDefinitions(
  database: Database,
  versionIds: readonly string[],
): Promise<Map<string, WorkflowDefinition>> {
  const rows = await database.query
    .select({ id: workflowVersions.id, definition: workflowVersions.definition })
    .from(workflowVersions)
    .where(inArray(workflowVersions.id, [...versionIds]))
  return new Map(rows.map(({ id, definition }) => [id, definition]))
}

/** Where a run has got to. */
export type RunChange = {
  id: string
  status: WorkflowRunStatus
  error?: string | null
  startedAt?: number | null
  waitingFor?: string | null
  waitingSince?: number | null
  resumeAt?: number | null
  endedAt?: number | null
}

/** Any number of runs in one statement. */
export const changeRuns = (changes: readonly RunChange[]): Change => sql`
  update workflow_runs
  set status = change.value->>'status', error = change.value->>'error',
    started_at = coalesce(started_at, change.value->>'startedAt'),
    waiting_for = change.value->>'waitingFor', waiting_since = change.value->>'waitingSince',
    resume_at = change.value->>'resumeAt', ended_at = change.value->>'endedAt', wake = null
  from json_each(${JSON.stringify(changes)}) change
  where workflow_runs.id = change.value->>'id'`

export type StepChange = {
  id: string
  runId: string
  position: number
  stepKey: string
  kind: string
  status: 'completed' | 'failed' | 'waiting'
  attempts: number
  input: Record<string, unknown> | null
  output: Record<string, unknown> | null
  error: string | null
  startedAt: number
  endedAt: number | null
}

/** Any number of steps in one statement. A completed step is never recorded again. */
export const recordSteps = (steps: readonly StepChange[]): Change => sql`
  insert into workflow_run_steps
    (id, run_id, position, step_key, kind, status, attempts, input, output, error, started_at, ended_at)
  select value->>'id', value->>'runId', value->>'position', value->>'stepKey', value->>'kind', value->>'status',
    value->>'attempts', value->'input', value->'output', value->>'error', value->>'startedAt', value->>'endedAt'
  from json_each(${JSON.stringify(steps)})
  where true
  on conflict (run_id, position) do update
  set status = excluded.status, attempts = excluded.attempts, input = coalesce(excluded.input, input),
    output = excluded.output, error = excluded.error, ended_at = excluded.ended_at
  where workflow_run_steps.status <> 'completed'`

/** True while these jobs are all held under the token: nobody else has claimed one, and no run was cancelled. */
export const holdsLeases = (leaseToken: string, jobIds: readonly string[]) =>
  guard(
    'lease',
    sql`(select count(*) from jobs where lease_token = ${leaseToken} and completed_at is null
        and id in (select value from json_each(${JSON.stringify(jobIds)}))) = ${jobIds.length}`,
  )

/** Which of these jobs are still held under the token. */
export async function findHeldJobIds(
  database: Database,
  leaseToken: string,
  jobIds: readonly string[],
): Promise<Set<string>> {
  const rows = await database.query.all<{ id: string }>(sql`
    select id from jobs where lease_token = ${leaseToken} and completed_at is null
      and id in (select value from json_each(${JSON.stringify(jobIds)}))`)
  return new Set(rows.map(({ id }) => id))
}

/** Laid aside until `runAt`, as good as new: what it waited for is no attempt in vain. */
export const putOffJobs = (leaseToken: string, jobs: readonly { id: string; runAt: number }[]): Change => sql`
  update jobs
  set lease_token = null, lease_ends_at = null, attempts = 0, last_error = null, run_at = put_off.value->>'runAt'
  from json_each(${JSON.stringify(jobs)}) put_off
  where lease_token = ${leaseToken} and jobs.id = put_off.value->>'id'`

export type NewRun = {
  id: string
  workflowId: string
  contactId: string
  invitationId: string | null
  redemptionId: string | null
  key: string
  beganBy: RunBeginning
  startedById: string | null
  parentRunId: string | null
  depth: number
}

/**
 * Runs of the versions that are active now, each with its job. A key that is there already keeps its run; a workflow
 * that is not activated begins nothing.
 */
export const insertRuns = (
  runs: readonly (NewRun & { jobId: string })[],
  options: { priority: number; now: Date },
): Change[] => {
  const [json, now] = [JSON.stringify(runs), options.now.getTime()]
  return [
    sql`
      insert into workflow_runs (id, workflow_id, workflow_version_id, contact_id, invitation_id, redemption_id, status,
        key, began_by, started_by_id, parent_run_id, depth, created_at)
      select value->>'id', workflows.id, workflows.active_version_id, contacts.id, value->>'invitationId',
        value->>'redemptionId', 'queued', value->>'key', value->>'beganBy', value->>'startedById',
        value->>'parentRunId', value->>'depth', ${now}
      from json_each(${json})
      join workflows on workflows.id = value->>'workflowId' and workflows.status = 'activated'
        and workflows.active_version_id is not null
      join contacts on contacts.id = value->>'contactId'
      where true
      on conflict (key) do nothing`,
    sql`
      insert into jobs (id, kind, key, payload, priority, run_at, created_at)
      select value->>'jobId', 'run_workflow', 'workflow-run:' || workflow_runs.id,
        json_object('workflowRunId', workflow_runs.id), ${options.priority}, ${now}, ${now}
      from json_each(${json})
      join workflow_runs on workflow_runs.id = value->>'id'
      where true
      on conflict (key) do nothing`,
  ]
}

/** The run of a job that is held under the token, laid down until staff look at it. */
export const parkRun = (leaseToken: string, jobId: string, reason: string, now: Date): Change => sql`
  update workflow_runs set status = 'parked', error = ${reason}, ended_at = ${now.getTime()}
  where status in ('queued', 'running', 'waiting') and id = (
    select payload->>'workflowRunId' from jobs where id = ${jobId} and lease_token = ${leaseToken})`
