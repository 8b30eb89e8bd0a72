import { getTableColumns, is, sql } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from '../connection/database.ts'
import * as schema from '../schema/index.ts'
import { toInStatement } from '../connection/statement.ts'

/**
 * Asks the database for every table and column that this release knows; reads no row.
 * @throws DatabaseUnavailableError, or the driver's error when something is missing
 */
export async function readEveryTable(database: Database): Promise<void> {
  const tables = Object.values(schema).filter((entry) => is(entry, SQLiteTable))
  await database.client.batch(
    tables.map((table) =>
      toInStatement(
        sql`select ${sql.join(Object.values(getTableColumns(table)), sql`, `)} from ${table} limit 0`,
      ),
    ),
    'read',
  )
}
