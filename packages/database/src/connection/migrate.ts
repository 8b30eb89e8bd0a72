import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Client } from '@libsql/client'
import { isUniqueViolation } from './errors.ts'
import { guardClient } from './guarded-client.ts'

const migrationsFolder = fileURLToPath(new URL('../../migrations/', import.meta.url))

/** The database has migrations that this code does not know: an older release must not touch it. */
export class DatabaseIsNewerError extends Error {
  override name = 'DatabaseIsNewerError'
}

/**
 * Applies the named SQL migrations that are missing, each in one transaction with its name.
 * Several processes may do so at once: the first to write a name wins, the others find it applied.
 * @returns the names that this call applied
 * @throws DatabaseIsNewerError when the database holds migrations that this code does not have
 */
export async function migrate(rawClient: Client, now: Date = new Date()): Promise<string[]> {
  const client = guardClient(rawClient)
  if (client.protocol === 'file') await client.execute('PRAGMA journal_mode = WAL')
  await client.execute(
    'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied_at INTEGER NOT NULL)',
  )

  const known = await migrationNames()
  const applied = await appliedNames(client)
  const unknown = [...applied].filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    throw new DatabaseIsNewerError(
      `The database is newer than this release: it has ${unknown.join(', ')}. Start the release that made it, or a later one.`,
    )
  }

  const appliedHere: string[] = []
  for (const name of known) {
    if (applied.has(name)) continue
    const sql = await readFile(`${migrationsFolder}${name}.sql`, 'utf8')
    try {
      await client.batch(
        [
          { sql: 'INSERT INTO migrations (name, applied_at) VALUES (?, ?)', args: [name, now.getTime()] },
          ...sql.split('--> statement-breakpoint').filter((statement) => statement.trim() !== ''),
        ],
        'write',
      )
      appliedHere.push(name)
    } catch (error) {
      if (isUniqueViolation(error) && (await appliedNames(client)).has(name)) continue
      throw error
    }
  }
  return appliedHere
}

/** The migrations of this release that the database does not have yet. */
export async function pendingMigrations(rawClient: Client): Promise<string[]> {
  const client = guardClient(rawClient)
  const exists = await client.execute("SELECT 1 FROM sqlite_master WHERE name = 'migrations'")
  const applied = exists.rows.length > 0 ? await appliedNames(client) : new Set<string>()
  return (await migrationNames()).filter((name) => !applied.has(name))
}

async function appliedNames(client: ReturnType<typeof guardClient>): Promise<Set<string>> {
  const { rows } = await client.execute('SELECT name FROM migrations')
  return new Set(rows.map((row) => String(row.name)))
}

async function migrationNames(): Promise<string[]> {
  const files = await readdir(migrationsFolder)
  return files
    .filter((file) => file.endsWith('.sql'))
    .map((file) => file.slice(0, -'.sql'.length))
    .sort()
}
