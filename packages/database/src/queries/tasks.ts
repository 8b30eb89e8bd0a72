import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import { staffUsers, tasks } from '../schema/index.ts'
import { countSome } from './count-rows.ts'
import { endPage, type Page, type PageRequest, type Sorts, sortNamesOf, startPage } from './page.ts'

export type TaskRow = typeof tasks.$inferSelect
export type TaskListItem = Omit<TaskRow, 'actor' | 'leaseToken' | 'leaseEndsAt' | 'cursor'> & {
  createdByName: string | null
}

const sorts = { createdAt: [tasks.createdAt] } satisfies Sorts
export const taskSorts = sortNamesOf(sorts)

const listed = {
  id: tasks.id,
  kind: tasks.kind,
  status: tasks.status,
  createdById: tasks.createdById,
  createdByName: staffUsers.name,
  input: tasks.input,
  total: tasks.total,
  done: tasks.done,
  changed: tasks.changed,
  outcome: tasks.outcome,
  error: tasks.error,
  createdAt: tasks.createdAt,
  completedAt: tasks.completedAt,
  undoneAt: tasks.undoneAt,
}

export async function findTask(database: Database, id: string): Promise<TaskListItem | null> {
  const [task] = await database.query
    .select(listed)
    .from(tasks)
    .leftJoin(staffUsers, eq(staffUsers.id, tasks.createdById))
    .where(eq(tasks.id, id))
  return task ?? null
}

/** `null`: the cursor is none of this list. Drafts are nobody's business yet. */
export async function findTasks(
  database: Database,
  request: PageRequest,
): Promise<Page<TaskListItem> | null> {
  const page = startPage(request, sorts, tasks.id)
  if (!page) return null
  const filter = sql`${tasks.status} <> 'draft'`
  const rows = await database.query
    .select({ ...listed, pageKey: page.key })
    .from(tasks)
    .leftJoin(staffUsers, eq(staffUsers.id, tasks.createdById))
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  return { ...endPage(page, rows), totalCount: await countSome(database, sql`${tasks}`, filter) }
}

/** Takes the oldest task that waits and nobody works on. A look first, so that an idle worker never writes. */
export async function claimTask(
  database: Database,
  claim: { now: Date; leaseToken: string; leaseEndsAt: Date; id?: string },
): Promise<TaskRow | null> {
  const waiting = sql`select id from tasks
    where status in ('queued', 'running', 'undoing') and (lease_ends_at is null or lease_ends_at <= ${claim.now.getTime()})
      and (${claim.id ?? null} is null or id = ${claim.id ?? null})
    order by created_at limit 1`
  if ((await database.query.all(waiting)).length === 0) return null
  const written = await database.write([
    sql`update tasks set lease_token = ${claim.leaseToken}, lease_ends_at = ${claim.leaseEndsAt.getTime()},
        status = case status when 'queued' then 'running' else status end
      where id in (${waiting}) returning id`,
  ])
  const id = written.ok ? written.results[0]?.rows[0]?.['id'] : undefined
  if (typeof id !== 'string') return null
  const [task] = await database.query.select().from(tasks).where(eq(tasks.id, id))
  return task ?? null
}

/** Nobody else has taken it, and nobody has stopped it. */
export const holdsTask = (id: string, leaseToken: string) =>
  guard(
    'lease',
    sql`exists (select 1 from tasks where id = ${id} and lease_token = ${leaseToken} and status in ('running', 'undoing'))`,
  )

export const updateTaskRow = (database: Database, id: string, values: Partial<TaskRow>): Change =>
  database.query.update(tasks).set(values).where(eq(tasks.id, id))

/** One piece further; `changed` is counted from what the piece has put into `task_changes`. */
export const advanceTask = (
  id: string,
  piece: { ids: readonly string[]; cursor: string; rows: number; leaseEndsAt: Date },
): SQL => sql`
  update tasks set cursor = ${piece.cursor}, done = done + ${piece.rows}, lease_ends_at = ${piece.leaseEndsAt.getTime()},
    changed = changed + (${countChanges(id, piece.ids)})
  where id = ${id}`

export const countChanges = (id: string, ids: readonly string[]): SQL => sql`
  select count(*) from task_changes where task_id = ${id} and entity_id in (select value from json_each(${JSON.stringify(ids)}))`

export const taskIsIn = (id: string, statuses: readonly string[]) =>
  guard(
    'status',
    sql`exists (select 1 from tasks where id = ${id} and status in (select value from json_each(${JSON.stringify(statuses)})))`,
  )

/** What a task changed, in the order of their ids. */
export async function findTaskChanges(
  database: Database,
  request: { taskId: string; afterId: string; limit: number },
): Promise<{ id: string; before: Record<string, unknown> | null }[]> {
  const rows = await database.query.all<{ id: string; before: string | null }>(sql`
    select entity_id as id, before from task_changes
    where task_id = ${request.taskId} and entity_id > ${request.afterId} order by entity_id limit ${request.limit}`)
  return rows.map(({ id, before }) => ({
    id,
    before: before === null ? null : (JSON.parse(before) as Record<string, unknown>),
  }))
}
