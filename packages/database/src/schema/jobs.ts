import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { createdAt, id, instant, json } from './columns.ts'

export const jobKinds = ['send_email', 'run_workflow', 'deliver_webhook'] as const
export type JobKind = (typeof jobKinds)[number]

/** Work to be done at least once, written with what caused it. */
export const jobs = sqliteTable(
  'jobs',
  {
    id: id(),
    kind: text().$type<JobKind>().notNull(),
    /** Stable: the same cause never makes two jobs. */
    key: text().notNull(),
    /** Ids only: what the work is about. */
    payload: json<{ emailId: string } | { workflowRunId: string } | { deliveryId: string }>().notNull(),
    /** Smaller first: 0 somebody waits for it, 10 a redemption, 20 a send. */
    priority: integer().notNull(),
    runAt: instant().notNull(),
    attempts: integer().notNull().default(0),
    /** Who works on it: a fencing token, new at every claim. */
    leaseToken: text(),
    leaseEndsAt: instant(),
    lastError: text(),
    completedAt: instant(),
    /** Given up until somebody retries it; `lastError` says why. */
    parkedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('jobs_key').on(table.key),
    index('jobs_due')
      .on(table.priority, table.runAt)
      .where(sql`completed_at is null and parked_at is null`),
    index('jobs_due_by_kind')
      .on(table.kind, table.priority, table.runAt)
      .where(sql`completed_at is null and parked_at is null`),
    index('jobs_parked')
      .on(table.parkedAt)
      .where(sql`parked_at is not null`),
  ],
)
