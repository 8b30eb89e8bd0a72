import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../connection/database.ts'
import { connect, createDatabaseClient, migrate } from '../node.ts'

/** An own, migrated database in a temporary file: copied from a template that is migrated once a process. */
export async function createTemporaryDatabase(): Promise<{
  database: Database
  /** `file:` address, for further connections and processes. */
  url: string
  remove(): Promise<void>
}> {
  const folder = await mkdtemp(join(tmpdir(), 'usher-test-'))
  const file = join(folder, 'usher.db')
  await copyFile(await migratedTemplate(), file)
  const url = `file:${file}`
  const database = connect({ url })
  return {
    database,
    url,
    async remove() {
      database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

let template: Promise<string> | undefined
const migratedTemplate = () => (template ??= makeTemplate())

async function makeTemplate(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'usher-template-'))
  process.once('exit', () => void rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'usher.db')
  const client = createDatabaseClient({ url: `file:${file}` })
  await migrate(client)
  // Everything into the one file that is copied.
  await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  client.close()
  return file
}
