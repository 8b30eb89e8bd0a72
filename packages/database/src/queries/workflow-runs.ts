import type { WorkflowDefinition } from '@usher/domain'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import type { Change } from '../connection/statement.ts'
import {
  contacts,
  invitations,
  workflowRuns,
  type WorkflowRunStatus,
  workflowRunSteps,
  workflows,
  workflowVersions,
} from '../schema/index.ts'
import { countRows } from './count-rows.ts'
import { endPage, type Page, type PageRequest, type SortName, startPage } from './page.ts'

/** A run and what it needs to go on. */
export type WorkflowRunRow = {
  id: string
  status: WorkflowRunStatus
  workflowName: string
  workflowVersionId: string
  definition: WorkflowDefinition
  contactId: string
  contactEmail: string | null
  invitationId: string | null
  websiteId: string | null
  redemptionId: string | null
  startedAt: Date | null
  /** Positions of the steps that are done. */
  completedSteps: number[]
}

export async function findWorkflowRun(database: Database, runId: string): Promise<WorkflowRunRow | null> {
  const [row] = await database.query
    .select({
      id: workflowRuns.id,
      status: workflowRuns.status,
      workflowName: workflows.name,
      workflowVersionId: workflowRuns.workflowVersionId,
      definition: workflowVersions.definition,
      contactId: workflowRuns.contactId,
      contactEmail: contacts.email,
      invitationId: workflowRuns.invitationId,
      websiteId: invitations.websiteId,
      redemptionId: workflowRuns.redemptionId,
      startedAt: workflowRuns.startedAt,
    })
    .from(workflowRuns)
    .innerJoin(workflows, eq(workflows.id, workflowRuns.workflowId))
    .innerJoin(workflowVersions, eq(workflowVersions.id, workflowRuns.workflowVersionId))
    .leftJoin(contacts, eq(contacts.id, workflowRuns.contactId))
    .leftJoin(invitations, eq(invitations.id, workflowRuns.invitationId))
    .where(eq(workflowRuns.id, runId))
  if (!row) return null
  const steps = await database.query
    .select({ position: workflowRunSteps.position })
    .from(workflowRunSteps)
    .where(and(eq(workflowRunSteps.runId, runId), eq(workflowRunSteps.status, 'completed')))
    .orderBy(asc(workflowRunSteps.position))
  return { ...row, completedSteps: steps.map((step) => step.position) }
}

export const startRun = (runId: string, now: Date): Change => sql`
  update workflow_runs
  set status = 'running', started_at = coalesce(started_at, ${now.getTime()}), error = null
  where id = ${runId} and status in ('queued', 'running')`

/** A step's end, once. A step that failed before and was retried ends anew. */
export const recordStep = (
  database: Database,
  step: Omit<typeof workflowRunSteps.$inferInsert, 'attempts' | 'error'> & { error?: string | null },
): Change =>
  database.query
    .insert(workflowRunSteps)
    .values({ ...step, attempts: 1 })
    .onConflictDoUpdate({
      target: [workflowRunSteps.runId, workflowRunSteps.position],
      set: {
        status: step.status,
        attempts: sql`${workflowRunSteps.attempts} + 1`,
        output: step.output ?? null,
        error: step.error ?? null,
        endedAt: step.endedAt ?? null,
      },
      setWhere: eq(workflowRunSteps.status, 'failed'),
    })

export const endRun = (
  runId: string,
  end: { status: 'completed' | 'parked'; error: string | null; now: Date },
): Change => sql`
  update workflow_runs set status = ${end.status}, error = ${end.error}, ended_at = ${end.now.getTime()}
  where id = ${runId} and status in ('queued', 'running')`

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
  error: string | null
  createdAt: Date
  startedAt: Date | null
  endedAt: Date | null
}

export const workflowRunSorts = { createdAt: [workflowRuns.createdAt] }

export async function findWorkflowRuns(
  database: Database,
  request: PageRequest<SortName<typeof workflowRunSorts>> & {
    workflowId?: string | undefined
    contactId?: string | undefined
    invitationId?: string | undefined
    status?: WorkflowRunStatus | undefined
  },
): Promise<Page<WorkflowRunListItem> | null> {
  const page = startPage(request, workflowRunSorts, workflowRuns.id)
  if (!page) return null
  const filter = and(
    request.workflowId === undefined ? undefined : eq(workflowRuns.workflowId, request.workflowId),
    request.contactId === undefined ? undefined : eq(workflowRuns.contactId, request.contactId),
    request.invitationId === undefined ? undefined : eq(workflowRuns.invitationId, request.invitationId),
    request.status === undefined ? undefined : eq(workflowRuns.status, request.status),
  )
  const rows = await database.query
    .select({
      id: workflowRuns.id,
      workflowId: workflowRuns.workflowId,
      workflowName: workflows.name,
      status: workflowRuns.status,
      contactId: workflowRuns.contactId,
      contactFirstName: contacts.firstName,
      contactLastName: contacts.lastName,
      invitationId: workflowRuns.invitationId,
      redemptionId: workflowRuns.redemptionId,
      error: workflowRuns.error,
      createdAt: workflowRuns.createdAt,
      startedAt: workflowRuns.startedAt,
      endedAt: workflowRuns.endedAt,
      pageKey: page.key,
    })
    .from(workflowRuns)
    .innerJoin(workflows, eq(workflows.id, workflowRuns.workflowId))
    .leftJoin(contacts, eq(contacts.id, workflowRuns.contactId))
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  return { ...endPage(page, rows), totalCount: await countRows(database, workflowRuns, filter) }
}
