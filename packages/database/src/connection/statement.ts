import type { InStatement } from '@libsql/client'
import { type SQL, sql } from 'drizzle-orm'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'

/** Anything that one write batch can hold: a Drizzle query, a piece of SQL, plain SQL with arguments, or a guard. */
export type Statement = Change | Guard

/** A statement that writes and is no guard: a batch of these and guards knows its guards by name. */
export type Change = { toSQL(): { sql: string; params: unknown[] } } | SQL | { sql: string; args: unknown[] }

/** Stops the whole batch, with nothing written, when its condition is not true at that point. */
export type Guard = { guard: string; condition: SQL }

export const guard = <Name extends string>(name: Name, condition: SQL): Guard & { guard: Name } => ({
  guard: name,
  condition,
})

const dialect = new SQLiteSyncDialect({ casing: 'snake_case' })

export function toInStatement(statement: Statement): InStatement {
  if ('guard' in statement) return fromSql(guardSql(statement.condition))
  if ('args' in statement) return statement as InStatement
  if ('toSQL' in statement && typeof statement.toSQL === 'function') {
    const { sql: text, params } = statement.toSQL()
    return { sql: text, args: params } as InStatement
  }
  return fromSql(statement as SQL)
}

// SQLite has RAISE only in triggers; `json('')` is its nearest kin: an error that ends the transaction.
const guardSql = (condition: SQL) => sql`select json(case when (${condition}) then 'null' else '' end)`

function fromSql(query: SQL): InStatement {
  const { sql: text, params } = dialect.sqlToQuery(query)
  return { sql: text, args: params } as InStatement
}
