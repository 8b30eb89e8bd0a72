import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDatabaseClient } from '../node.ts'
import { DatabaseIsNewerError, migrate, pendingMigrations } from './migrate.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usher-migrate-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))
const open = () => createDatabaseClient({ url: `file:${folder}/usher.db` })

test('several that start at once migrate once, and all find it done', async () => {
  const clients = Array.from({ length: 5 }, open)
  const applied = await Promise.all(clients.map((client) => migrate(client)))
  expect(applied.flat().sort()).toEqual([...new Set(applied.flat())].sort())
  expect(applied.flat()).toContain('0001_initial')
  expect(await pendingMigrations(open())).toEqual([])
})

test('a database that a later release has migrated is refused in words', async () => {
  const client = open()
  await migrate(client)
  await client.execute("INSERT INTO migrations (name, applied_at) VALUES ('9999_from_the_future', 1)")
  await expect(migrate(client)).rejects.toThrow(DatabaseIsNewerError)
  await expect(migrate(client)).rejects.toThrow(/newer than this release.*9999_from_the_future/)
})

test('writers and readers do not wait for each other: the file is in WAL mode', async () => {
  const client = open()
  await migrate(client)
  expect((await client.execute('PRAGMA journal_mode')).rows[0]?.journal_mode).toBe('wal')
})

test('what was there before there was a search is found by it', async () => {
  const client = open()
  await migrate(client)
  // As it was: nothing of the search, and contacts with a history of changes.
  for (const { type, name } of (
    await client.execute(
      "SELECT type, name FROM sqlite_master WHERE name LIKE '%\\_search\\_insert' ESCAPE '\\' OR name LIKE '%\\_search\\_update' ESCAPE '\\' OR name LIKE '%\\_search\\_delete' ESCAPE '\\'",
    )
  ).rows)
    await client.execute(`DROP ${String(type)} ${String(name)}`)
  for (const table of ['contact', 'account', 'invitation']) {
    await client.execute(`DROP TABLE ${table}_search`)
    await client.execute(`DROP TABLE ${table}_search_keys`)
  }
  for (const { name } of (
    await client.execute(
      "SELECT name FROM sqlite_master WHERE type = 'index' AND (name LIKE 'contacts_in_%' OR name LIKE 'contacts_of_%' OR name LIKE 'contacts_by_address' OR name LIKE 'contacts_by_c%' OR name LIKE 'accounts_in_%' OR name LIKE 'invitations_in_%' OR name LIKE 'invitations_of_%' OR name LIKE 'invitations_by_change' OR name LIKE 'invitations_by_redemptions' OR name LIKE 'invitations_by_status_and%' OR name LIKE 'invitations_by_website' OR name LIKE 'invitations_by_owner')",
    )
  ).rows)
    await client.execute(`DROP INDEX ${String(name)}`)
  await client.execute("DELETE FROM migrations WHERE name = '0012_add_search'")
  await client.execute(
    "INSERT INTO contacts (id, last_name, created_at, updated_at) VALUES ('c', 'Müller', 1, 1)",
  )

  await Promise.all(Array.from({ length: 3 }, () => migrate(open())))
  const { rows } = await client.execute(
    `SELECT id FROM contact_search JOIN contact_search_keys ON n = contact_search.rowid WHERE contact_search MATCH '"mull"*'`,
  )
  expect(rows.map(({ id }) => id)).toEqual(['c'])
})
