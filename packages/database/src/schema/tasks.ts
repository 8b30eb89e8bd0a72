import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { createdAt, flag, id, instant, json, updatedAt } from './columns.ts'
import { staffUsers } from './staff.ts'

export const taskKinds = [
  'deactivate_invitations',
  'activate_invitations',
  'extend_invitations',
  'create_invitations',
  'give_web_role',
  'import_contacts',
] as const
export type TaskKind = (typeof taskKinds)[number]
/** `draft`: an import that is still being mapped. `undone`: everything it changed is as it was. */
export const taskStatuses = [
  'draft',
  'queued',
  'running',
  'completed',
  'failed',
  'cancelled',
  'undoing',
  'undone',
] as const
export type TaskStatus = (typeof taskStatuses)[number]

/** A change to many rows, made piece by piece in the background. */
export const tasks = sqliteTable(
  'tasks',
  {
    id: id(),
    kind: text().$type<TaskKind>().notNull(),
    status: text().$type<TaskStatus>().notNull(),
    createdById: text().references(() => staffUsers.id),
    /** Who asked for it, as they were then; what they may is asked again at every piece. */
    actor: json<Record<string, unknown>>().notNull(),
    /** What is to be done, and with which rows. */
    input: json<Record<string, unknown>>().notNull(),
    /** How many rows there are; null while nobody has counted. */
    total: integer(),
    done: integer().notNull().default(0),
    changed: integer().notNull().default(0),
    /** Where the next piece begins. */
    cursor: text().notNull().default(''),
    outcome: json<Record<string, unknown>>(),
    error: text(),
    /** Who works on it: a fencing token, new at every claim. */
    leaseToken: text(),
    leaseEndsAt: instant(),
    createdAt: createdAt(),
    completedAt: instant(),
    undoneAt: instant(),
  },
  (table) => [
    index('tasks_by_creation').on(table.createdAt, table.id),
    index('tasks_waiting')
      .on(table.createdAt)
      .where(sql`status in ('queued', 'running', 'undoing')`),
  ],
)

/** What a task changed, with what was there before: so that it can be undone. */
export const taskChanges = sqliteTable(
  'task_changes',
  {
    taskId: text()
      .notNull()
      .references(() => tasks.id, { onDelete: 'cascade' }),
    entityId: text().notNull(),
    before: json<Record<string, unknown>>(),
  },
  (table) => [primaryKey({ columns: [table.taskId, table.entityId] })],
)

/** An uploaded file in pieces that end with a row; `row` is the line where a piece begins. */
export const taskPieces = sqliteTable(
  'task_pieces',
  {
    taskId: text()
      .notNull()
      .references(() => tasks.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    row: integer().notNull(),
    text: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.taskId, table.position] })],
)

/** Rows of a file that were left out, and why. */
export const taskRejects = sqliteTable(
  'task_rejects',
  {
    taskId: text()
      .notNull()
      .references(() => tasks.id, { onDelete: 'cascade' }),
    row: integer().notNull(),
    column: text(),
    message: text().notNull(),
    text: text().notNull(),
  },
  (table) => [index('task_rejects_of_task').on(table.taskId, table.row)],
)

/** A list as somebody wants it again: its search, filters, order and columns. */
export const savedViews = sqliteTable(
  'saved_views',
  {
    id: id(),
    list: text().notNull(),
    name: text().notNull(),
    /** As in the address: `search=ada&sort=-createdAt`. */
    query: text().notNull(),
    ownerId: text()
      .notNull()
      .references(() => staffUsers.id, { onDelete: 'cascade' }),
    isShared: flag().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex('saved_views_name').on(table.list, table.ownerId, table.name)],
)
