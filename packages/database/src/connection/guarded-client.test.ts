import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFileClient } from '../node/file-client.ts'
import { createTemporaryDatabase } from '../testing/index.ts'
import { DatabaseUnavailableError } from './errors.ts'
import { guardClient } from './guarded-client.ts'

let temporary: Awaited<ReturnType<typeof createTemporaryDatabase>>
beforeEach(async () => {
  temporary = await createTemporaryDatabase()
  await temporary.database.client.execute('CREATE TABLE notes (n INTEGER PRIMARY KEY)')
})
afterEach(() => temporary.remove())

/** Another process holds the write lock until its standard input closes. */
async function holdWriteLock() {
  const script = `
    const { DatabaseSync } = require('node:sqlite')
    const database = new DatabaseSync(process.argv[1])
    database.exec('BEGIN IMMEDIATE')
    console.log('held')
    process.stdin.on('end', () => { database.exec('ROLLBACK'); process.exit() }).resume()`
  const child = spawn(process.execPath, ['-e', script, temporary.url.slice('file:'.length)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return {
    async release() {
      child.stdin.end()
      await once(child, 'close')
    },
  }
}

test('one BUSY, then 100 writes by execute: all durable, seen by another process after SIGKILL', async () => {
  // The writer meets BUSY once (no busy timeout, so that it is certain), writes on, says so and is killed.
  const script = `
    import { createFileClient } from ${JSON.stringify(new URL('../node/file-client.ts', import.meta.url).href)}
    import { guardClient } from ${JSON.stringify(new URL('./guarded-client.ts', import.meta.url).href)}
    const raw = createFileClient(process.argv[1], { timeoutMilliseconds: 0 })
    let busy = 0
    const execute = raw.execute.bind(raw)
    raw.execute = (...given) => execute(...given).catch((error) => {
      if (/BUSY/.test(String(error.code))) { busy++; process.stdout.write('busy ') }
      throw error
    })
    const client = guardClient(raw)
    for (let n = 0; n < 100; n++) await client.execute('INSERT INTO notes (n) VALUES (?)', [n])
    process.stdout.write(busy > 0 ? 'written' : 'never busy')
    setInterval(() => {}, 1000)`
  const lock = await holdWriteLock()
  const writer = spawn(process.execPath, ['--input-type=module', '-e', script, temporary.url], {
    cwd: new URL('../..', import.meta.url),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  writer.stdout.on('data', (text) => (said += text))
  while (!said.includes('busy')) await once(writer.stdout, 'data')
  await lock.release()
  while (!said.includes('written')) await once(writer.stdout, 'data')
  writer.kill('SIGKILL')
  await once(writer, 'close')

  const { stdout } = await promisify(execFile)(process.execPath, [
    '-e',
    `const { DatabaseSync } = require('node:sqlite'); console.log(new DatabaseSync(process.argv[1]).prepare('SELECT count(*) AS n FROM notes').get().n)`,
    temporary.url.slice('file:'.length),
  ])
  expect(Number(stdout)).toBe(100)
})

test('a database that stays busy is unavailable, nothing is written, and the client works on afterwards', async () => {
  const raw = createFileClient(temporary.url, { timeoutMilliseconds: 0 })
  const client = guardClient(raw)
  const lock = await holdWriteLock()
  await expect(client.execute('INSERT INTO notes (n) VALUES (1)')).rejects.toBeInstanceOf(
    DatabaseUnavailableError,
  )
  await expect(client.batch(['INSERT INTO notes (n) VALUES (2)'], 'write')).rejects.toBeInstanceOf(
    DatabaseUnavailableError,
  )
  await lock.release()
  await client.execute('INSERT INTO notes (n) VALUES (3)')
  client.close()
  expect((await temporary.database.client.execute('SELECT n FROM notes')).rows.map((row) => row.n)).toEqual([
    3,
  ])
})

test('a full disk is unavailable, with nothing partial', async () => {
  const pages = await temporary.database.client.execute('PRAGMA page_count')
  await temporary.database.client.execute(`PRAGMA max_page_count = ${Number(pages.rows[0]?.page_count)}`)
  const long = `INSERT INTO notes (n) SELECT value FROM json_each('[${Array.from({ length: 5000 }, (_, n) => n).join()}]')`
  await expect(temporary.database.client.batch([long], 'write')).rejects.toBeInstanceOf(
    DatabaseUnavailableError,
  )
  expect((await temporary.database.client.execute('SELECT count(*) AS n FROM notes')).rows[0]?.n).toBe(0)
})

test('a read-only file is unavailable for writes, with nothing partial, and readable still', async () => {
  await temporary.database.client.execute('PRAGMA query_only = ON')
  await expect(
    temporary.database.client.batch(['INSERT INTO notes (n) VALUES (1)'], 'write'),
  ).rejects.toBeInstanceOf(DatabaseUnavailableError)
  expect((await temporary.database.client.execute('SELECT count(*) AS n FROM notes')).rows[0]?.n).toBe(0)
})
