import { countedUpTo } from '@usher/domain'
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

/** The same, but `countedUpTo + 1` where there are more. `from`: a table with its joins. */
export async function countSome(database: Database, from: SQL, condition?: SQL): Promise<number> {
  const rows = await database.query.all<{ count: number }>(
    sql`select count(*) as count from (select 1 from ${from} where ${condition ?? sql`1`} limit ${countedUpTo + 1})`,
  )
  return rows[0]?.count ?? 0
}
