import type { Client, ResultSet } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql/web'
import * as schema from '../schema/index.ts'
import { failedStatementIndex, isMalformedJson } from './errors.ts'
import { type GuardedClient, guardClient, type SharedClient } from './guarded-client.ts'
import { type Guard, type Statement, toInStatement } from './statement.ts'

/** Drizzle's core query builder over the guarded client. */
export type QueryBuilder = ReturnType<typeof drizzle<typeof schema, Client>>

export type Database = {
  client: GuardedClient
  /** Builds statements; awaited, a SELECT runs alone. Writes go through `write`. */
  query: QueryBuilder
  /**
   * Runs all statements as one write transaction: together or not at all.
   * When a guard says no, nothing is written and its name is returned.
   */
  write<const S extends readonly Statement[]>(statements: S): Promise<Written<GuardNames<S>>>
  /** Whether claims that arrive together may go in one batch: where requests are kept apart, each goes alone. */
  decidesTogether: boolean
  close(): void
}

export type Written<Name extends string = string> =
  { ok: true; results: ResultSet[] } | { ok: false; guard: Name }
type GuardNames<S extends readonly Statement[]> = Extract<S[number], Guard>['guard']

export function openDatabase(
  rawClient: SharedClient,
  { decidesTogether = true }: { decidesTogether?: boolean } = {},
): Database {
  const client = guardClient(rawClient)
  return {
    client,
    query: drizzle(client as unknown as Client, { schema, casing: 'snake_case' }),
    decidesTogether,
    close: () => client.close(),
    async write(statements) {
      try {
        return { ok: true, results: await client.batch(statements.map(toInStatement), 'write') }
      } catch (error) {
        const failed = statements[failedStatementIndex(error) ?? -1]
        if (failed && 'guard' in failed && isMalformedJson(error))
          return { ok: false, guard: failed.guard as never }
        throw error
      }
    },
  }
}
