import { eq, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { guard } from '../connection/statement.ts'

/** Stops a change that was worked out from a row which is no longer as it was read. */
export const isUnchanged = (
  table: SQLiteTable & { id: SQLiteColumn; updatedAt: SQLiteColumn },
  row: { id: string; updatedAt: Date },
) =>
  guard(
    'changed',
    sql`exists (select 1 from ${table} where ${eq(table.id, row.id)} and ${eq(table.updatedAt, row.updatedAt)})`,
  )
