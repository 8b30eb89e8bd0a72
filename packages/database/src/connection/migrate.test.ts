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
