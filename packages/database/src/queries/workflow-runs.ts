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
