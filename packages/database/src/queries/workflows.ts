import type { WorkflowDefinition, WorkflowStatus, WorkflowTrigger } from '@usher/domain'
import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import { invitations, staffUsers, workflowRuns, workflows, workflowVersions } from '../schema/index.ts'
import { countRows } from './count-rows.ts'
import { containsText, endPage, type Page, type PageRequest, type SortName, startPage } from './page.ts'

export type WorkflowRow = {
  id: string
  name: string
  description: string | null
  trigger: WorkflowTrigger
  status: WorkflowStatus
  builtInKey: string | null
  /** What runs; null while it was never activated. */
  definition: WorkflowDefinition | null
  /** The number of the version that runs. */
  version: number | null
  activeVersionId: string | null
  activatedAt: Date | null
  activatedByName: string | null
  /** What is being edited and does not run yet; null when nothing is. */
  draft: WorkflowDefinition | null
  draftVersionId: string | null
  createdAt: Date
  updatedAt: Date
}

const drafts = alias(workflowVersions, 'drafts')
const draftOfWorkflow = and(eq(drafts.workflowId, workflows.id), isNull(drafts.activatedAt))

const columns = {
  id: workflows.id,
  name: workflows.name,
  description: workflows.description,
  trigger: workflows.trigger,
  status: workflows.status,
  builtInKey: workflows.builtInKey,
  definition: workflowVersions.definition,
  version: workflowVersions.version,
  activeVersionId: workflows.activeVersionId,
  activatedAt: workflowVersions.activatedAt,
  activatedByName: staffUsers.name,
  draft: drafts.definition,
  draftVersionId: drafts.id,
  createdAt: workflows.createdAt,
  updatedAt: workflows.updatedAt,
}

export const workflowSorts = { name: [workflows.name], createdAt: [workflows.createdAt] }

export async function findWorkflows(
  database: Database,
  request: PageRequest<SortName<typeof workflowSorts>> & {
    trigger?: WorkflowTrigger | undefined
    status?: WorkflowStatus | undefined
  },
): Promise<Page<WorkflowRow> | null> {
  const page = startPage(request, workflowSorts, workflows.id)
  if (!page) return null
  const filter = and(
    containsText(request.search, [workflows.name, workflows.description]),
    request.trigger === undefined ? undefined : eq(workflows.trigger, request.trigger),
    request.status === undefined ? undefined : eq(workflows.status, request.status),
  )
  const rows = await database.query
    .select({ ...columns, pageKey: page.key })
    .from(workflows)
    .leftJoin(workflowVersions, eq(workflowVersions.id, workflows.activeVersionId))
    .leftJoin(staffUsers, eq(staffUsers.id, workflowVersions.activatedById))
    .leftJoin(drafts, draftOfWorkflow)
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  return { ...endPage(page, rows), totalCount: await countRows(database, workflows, filter) }
}

const findWorkflowWhere = async (database: Database, condition: SQL): Promise<WorkflowRow | null> => {
  const [row] = await database.query
    .select(columns)
    .from(workflows)
    .leftJoin(workflowVersions, eq(workflowVersions.id, workflows.activeVersionId))
    .leftJoin(staffUsers, eq(staffUsers.id, workflowVersions.activatedById))
    .leftJoin(drafts, draftOfWorkflow)
    .where(condition)
  return row ?? null
}

export const findWorkflow = (database: Database, workflowId: string) =>
  findWorkflowWhere(database, eq(workflows.id, workflowId))

export const findBuiltInWorkflow = (database: Database, builtInKey: string) =>
  findWorkflowWhere(database, eq(workflows.builtInKey, builtInKey))

/** A workflow and its first version, running at once. Stops with `exists` when the built-in key is taken. */
export const insertBuiltInWorkflow = (
  database: Database,
  row: {
    id: string
    versionId: string
    builtInKey: string
    name: string
    description: string
    definition: WorkflowDefinition
    now: Date
  },
) =>
  [
    guard('exists', sql`not exists (select 1 from workflows where built_in_key = ${row.builtInKey})`),
    database.query.insert(workflows).values({
      id: row.id,
      name: row.name,
      description: row.description,
      trigger: row.definition.trigger,
      status: 'activated',
      builtInKey: row.builtInKey,
      activeVersionId: row.versionId,
      createdAt: row.now,
      updatedAt: row.now,
    }),
    database.query.insert(workflowVersions).values({
      id: row.versionId,
      workflowId: row.id,
      version: 1,
      definition: row.definition,
      activatedAt: row.now,
      createdAt: row.now,
    }),
  ] as const

export const workflowIsIn = (workflowId: string, status: WorkflowStatus) =>
  guard('status', sql`exists (select 1 from workflows where id = ${workflowId} and status = ${status})`)

export const setWorkflowStatus = (workflowId: string, status: WorkflowStatus, now: Date): Change => sql`
  update workflows set status = ${status}, updated_at = ${now.getTime()} where id = ${workflowId}`

/** A draft that never ran, and the workflow it is of. */
export const insertWorkflow = (
  database: Database,
  row: Omit<typeof workflows.$inferInsert, 'status' | 'activeVersionId'> & {
    versionId: string
    definition: WorkflowDefinition
  },
): Change[] => {
  const { versionId, definition, ...workflow } = row
  return [
    database.query.insert(workflows).values({ ...workflow, status: 'draft' }),
    database.query
      .insert(workflowVersions)
      .values({ id: versionId, workflowId: row.id, version: 1, definition, createdAt: row.createdAt }),
  ]
}

export const updateWorkflowRow = (
  database: Database,
  id: string,
  values: Partial<typeof workflows.$inferInsert>,
): Change => database.query.update(workflows).set(values).where(eq(workflows.id, id))

/** The draft of a workflow: the one there is changed, or the next version. */
export const writeDraft = (
  database: Database,
  draft: { id: string; workflowId: string; definition: WorkflowDefinition; now: Date },
): Change[] => {
  const definition = JSON.stringify(draft.definition)
  return [
    sql`
      insert into workflow_versions (id, workflow_id, version, definition, created_at)
      select ${draft.id}, ${draft.workflowId}, max(version) + 1, ${definition}, ${draft.now.getTime()}
      from workflow_versions where workflow_id = ${draft.workflowId}
      having count(*) filter (where activated_at is null) = 0`,
    sql`
      update workflow_versions set definition = ${definition}
      where workflow_id = ${draft.workflowId} and activated_at is null`,
  ]
}

export const deleteDraft = (workflowId: string): Change => sql`
  delete from workflow_versions where workflow_id = ${workflowId} and activated_at is null`

/** This version runs from now on, within the ceiling of who says so. */
export const activateVersion = (
  database: Database,
  {
    workflowId,
    versionId,
    ...activation
  }: {
    workflowId: string
    versionId: string
    trigger: WorkflowTrigger
    activatedById: string | null
    now: Date
  },
): Change[] => [
  database.query
    .update(workflowVersions)
    .set({ activatedAt: activation.now, activatedById: activation.activatedById })
    .where(eq(workflowVersions.id, versionId)),
  database.query
    .update(workflows)
    .set({
      status: 'activated',
      trigger: activation.trigger,
      activeVersionId: versionId,
      updatedAt: activation.now,
    })
    .where(eq(workflows.id, workflowId)),
]

export const workflowNameIsFree = (name: string, exceptId = '') =>
  guard(
    'name_taken',
    sql`not exists (select 1 from workflows where name = ${name} collate nocase and id <> ${exceptId})`,
  )

/** It never ran, no invitation names it, no other workflow starts it, and it did not come with the house. */
export const workflowIsUnused = (id: string) =>
  guard(
    'in_use',
    sql`not exists (select 1 from workflow_runs where workflow_id = ${id})
      and not exists (select 1 from invitations where redemption_workflow_id = ${id})
      and not exists (select 1 from workflows where id = ${id} and built_in_key is not null)
      and not exists (select 1 from workflow_versions where workflow_id <> ${id}
        and instr(definition, ${`"workflowId":"${id}"`}) > 0)`,
  )

export const deleteWorkflowRow = (database: Database, id: string): Change =>
  database.query.delete(workflows).where(eq(workflows.id, id))

export async function countWorkflowUses(
  database: Database,
  id: string,
): Promise<{ runs: number; invitations: number }> {
  return {
    runs: await countRows(database, workflowRuns, eq(workflowRuns.workflowId, id)),
    invitations: await countRows(database, invitations, eq(invitations.redemptionWorkflowId, id)),
  }
}

/** Workflows by id, with what of them runs: for checking who starts whom. */
export async function findWorkflowsById(
  database: Database,
  ids: readonly string[],
): Promise<{ id: string; name: string; status: WorkflowStatus; definition: WorkflowDefinition | null }[]> {
  return database.query
    .select({
      id: workflows.id,
      name: workflows.name,
      status: workflows.status,
      definition: workflowVersions.definition,
    })
    .from(workflows)
    .leftJoin(workflowVersions, eq(workflowVersions.id, workflows.activeVersionId))
    .where(inArray(workflows.id, [...ids]))
}
