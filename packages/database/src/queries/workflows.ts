import type { WorkflowDefinition, WorkflowStatus, WorkflowTrigger } from '@usher/domain'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import { workflows, workflowVersions } from '../schema/index.ts'
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
  createdAt: Date
  updatedAt: Date
}

const columns = {
  id: workflows.id,
  name: workflows.name,
  description: workflows.description,
  trigger: workflows.trigger,
  status: workflows.status,
  builtInKey: workflows.builtInKey,
  definition: workflowVersions.definition,
  version: workflowVersions.version,
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
