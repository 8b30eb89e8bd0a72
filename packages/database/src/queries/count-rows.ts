import { type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from '../connection/database.ts'

/** How many rows of one table fulfil the condition; all without one. */
export async function countRows(database: Database, table: SQLiteTable, condition?: SQL): Promise<number> {
  const [row] = await database.query
    .select({ count: sql<number>`count(*)` })
    .from(table)
    .where(condition)
  return row?.count ?? 0
}
