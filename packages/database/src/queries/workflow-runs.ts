import type { RunBeginning, WorkflowDefinition } from '@usher/domain'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import {
  contacts,
  invitations,
  staffUsers,
  webhookDeliveries,
  workflowRuns,
  type WorkflowRunStatus,
  workflowRunSteps,
  workflows,
  workflowVersions,
} from '../schema/index.ts'
import { containsText, endPage, type Page, type PageRequest, type SortName, startPage } from './page.ts'

export type WorkflowRunListItem = {
  id: string
  workflowId: string
  workflowName: string
  status: WorkflowRunStatus
  contactId: string
  contactFirstName: string | null
  contactLastName: string | null
  invitationId: string | null
  redemptionId: string | null
  beganBy: RunBeginning
  /** While it waits: for what, and until when at the latest. */
  waitingFor: string | null
  resumeAt: Date | null
  error: string | null
  createdAt: Date
  startedAt: Date | null
  endedAt: Date | null
}

const listed = {
  id: workflowRuns.id,
  workflowId: workflowRuns.workflowId,
  workflowName: workflows.name,
  status: workflowRuns.status,
  contactId: workflowRuns.contactId,
  contactFirstName: contacts.firstName,
  contactLastName: contacts.lastName,
  invitationId: workflowRuns.invitationId,
  redemptionId: workflowRuns.redemptionId,
  beganBy: workflowRuns.beganBy,
  waitingFor: workflowRuns.waitingFor,
  resumeAt: workflowRuns.resumeAt,
  error: workflowRuns.error,
  createdAt: workflowRuns.createdAt,
  startedAt: workflowRuns.startedAt,
  endedAt: workflowRuns.endedAt,
}

export const workflowRunSorts = { createdAt: [workflowRuns.createdAt] }

export async function findWorkflowRuns(
  database: Database,
  request: PageRequest<SortName<typeof workflowRunSorts>> & {
    workflowId?: string | undefined
    contactId?: string | undefined
    invitationId?: string | undefined
    status?: WorkflowRunStatus | undefined
    waitingFor?: string | undefined
  },
): Promise<Page<WorkflowRunListItem> | null> {
  const page = startPage(request, workflowRunSorts, workflowRuns.id)
  if (!page) return null
  const filter = and(
    containsText(request.search, [workflows.name, contacts.firstName, contacts.lastName, contacts.email]),
    request.workflowId === undefined ? undefined : eq(workflowRuns.workflowId, request.workflowId),
    request.contactId === undefined ? undefined : eq(workflowRuns.contactId, request.contactId),
    request.invitationId === undefined ? undefined : eq(workflowRuns.invitationId, request.invitationId),
    request.status === undefined ? undefined : eq(workflowRuns.status, request.status),
    request.waitingFor === undefined ? undefined : eq(workflowRuns.waitingFor, request.waitingFor),
  )
  const rows = await database.query
    .select({ ...listed, pageKey: page.key })
    .from(workflowRuns)
    .innerJoin(workflows, eq(workflows.id, workflowRuns.workflowId))
    .leftJoin(contacts, eq(contacts.id, workflowRuns.contactId))
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  const [total] = await database.query
    .select({ count: sql<number>`count(*)` })
    .from(workflowRuns)
    .innerJoin(workflows, eq(workflows.id, workflowRuns.workflowId))
    .leftJoin(contacts, eq(contacts.id, workflowRuns.contactId))
    .where(filter)
  return { ...endPage(page, rows), totalCount: total?.count ?? 0 }
}

export type WorkflowRunDetail = WorkflowRunListItem & {
  contactEmail: string | null
  invitationName: string | null
  version: number
  definition: WorkflowDefinition
  startedByName: string | null
  parentRunId: string | null
  wake: Record<string, unknown> | null
  steps: {
    position: number
    stepKey: string
    kind: string
    status: 'completed' | 'failed' | 'waiting'
    attempts: number
    input: Record<string, unknown> | null
    output: Record<string, unknown> | null
    error: string | null
    startedAt: Date
    endedAt: Date | null
    /** The message of a webhook step. */
    deliveryId: string | null
  }[]
}

export async function findRunDetail(database: Database, runId: string): Promise<WorkflowRunDetail | null> {
  const [row] = await database.query
    .select({
      ...listed,
      contactEmail: contacts.email,
      invitationName: invitations.name,
      version: workflowVersions.version,
      definition: workflowVersions.definition,
      startedByName: staffUsers.name,
      parentRunId: workflowRuns.parentRunId,
      wake: workflowRuns.wake,
    })
    .from(workflowRuns)
    .innerJoin(workflows, eq(workflows.id, workflowRuns.workflowId))
    .innerJoin(workflowVersions, eq(workflowVersions.id, workflowRuns.workflowVersionId))
    .leftJoin(contacts, eq(contacts.id, workflowRuns.contactId))
    .leftJoin(invitations, eq(invitations.id, workflowRuns.invitationId))
    .leftJoin(staffUsers, eq(staffUsers.id, workflowRuns.startedById))
    .where(eq(workflowRuns.id, runId))
  if (!row) return null
  const { position, stepKey, kind, status, attempts, input, output, error, startedAt, endedAt } =
    workflowRunSteps
  const steps = await database.query
    .select({
      ...{ position, stepKey, kind, status, attempts, input, output, error, startedAt, endedAt },
      deliveryId: webhookDeliveries.id,
    })
    .from(workflowRunSteps)
    .leftJoin(
      webhookDeliveries,
      eq(webhookDeliveries.key, sql`'workflow-step:' || ${workflowRunSteps.runId} || ':' || ${position}`),
    )
    .where(eq(workflowRunSteps.runId, runId))
    .orderBy(asc(position))
  return { ...row, steps }
}

/** What staff may do something about: the run and its workflow, for those ids that there are. */
export async function findRunsById(database: Database, ids: readonly string[]) {
  const { id, status, workflowId, contactId, invitationId, redemptionId } = workflowRuns
  return database.query
    .select({ id, status, workflowId, workflowName: workflows.name, contactId, invitationId, redemptionId })
    .from(workflowRuns)
    .innerJoin(workflows, eq(workflows.id, workflowRuns.workflowId))
    .where(sql`${id} in (select value from json_each(${JSON.stringify(ids)}))`)
}

/** Parked runs go on with the step that failed. */
export const retryRuns = (ids: readonly string[], now: Date): Change[] => [
  sql`
    update jobs set parked_at = null, attempts = 0, run_at = ${now.getTime()}, last_error = null
    where parked_at is not null and key in (
      select 'workflow-run:' || id from workflow_runs where status = 'parked'
        and id in (select value from json_each(${JSON.stringify(ids)})))`,
  sql`
    update workflow_runs set status = 'queued', error = null, ended_at = null
    where status = 'parked' and id in (select value from json_each(${JSON.stringify(ids)}))`,
]

/** Runs that have not ended do not go on; what is on its way for them stays back where it still can. */
export const cancelRuns = (ids: readonly string[], now: Date): Change[] => {
  const asked = sql`select value from json_each(${JSON.stringify(ids)})`
  return [
    sql`
      update jobs set completed_at = ${now.getTime()}, parked_at = null, lease_token = null, lease_ends_at = null
      where completed_at is null and key in (select 'workflow-run:' || value from json_each(${JSON.stringify(ids)}))`,
    sql`
      update jobs set completed_at = ${now.getTime()}, lease_token = null, lease_ends_at = null
      where completed_at is null and key in (
        select 'webhook:' || id from webhook_deliveries where status = 'queued' and run_id in (${asked}))`,
    sql`
      update webhook_deliveries set status = 'cancelled', error = 'the run was cancelled', ended_at = ${now.getTime()}
      where status = 'queued' and run_id in (${asked})`,
    sql`
      update workflow_runs
      set status = 'cancelled', waiting_for = null, resume_at = null, wake = null, ended_at = ${now.getTime()}
      where status in ('queued', 'running', 'waiting', 'parked') and id in (${asked})`,
  ]
}

export const runAwaitsApproval = (id: string) =>
  guard(
    'approval',
    sql`exists (select 1 from workflow_runs
      where id = ${id} and status = 'waiting' and waiting_for = 'approval' and wake is null)`,
  )

/** What staff decided wakes the run. */
export const decideRun = (id: string, decision: Record<string, unknown>, now: Date): Change[] => [
  sql`update workflow_runs set wake = ${JSON.stringify(decision)} where id = ${id}`,
  sql`
    update jobs set run_at = ${now.getTime()}
    where key = ${`workflow-run:${id}`} and completed_at is null and parked_at is null`,
]

/** Whom a start on demand is about: these contacts, and those whom these invitations invite. */
export async function findPeopleToStart(
  database: Database,
  { contactIds, invitationIds }: { contactIds: readonly string[]; invitationIds: readonly string[] },
): Promise<{ contactId: string; invitationId: string | null }[]> {
  return database.query.all<{ contactId: string; invitationId: string | null }>(sql`
    select contacts.id as contactId, null as invitationId
    from json_each(${JSON.stringify(contactIds)}) asked join contacts on contacts.id = asked.value
    union
    select recipient.contact_id, recipient.invitation_id
    from json_each(${JSON.stringify(invitationIds)}) asked
    join invitation_recipients recipient on recipient.invitation_id = asked.value`)
}
