import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTemporaryDatabase } from '../testing/index.ts'
import { createFileClient } from './file-client.ts'

let temporary: Awaited<ReturnType<typeof createTemporaryDatabase>>
let client: ReturnType<typeof createFileClient>
beforeEach(async () => {
  temporary = await createTemporaryDatabase()
  client = createFileClient(temporary.url, { timeoutMilliseconds: 0 })
  await client.execute('CREATE TABLE notes (n INTEGER PRIMARY KEY, text TEXT NOT NULL)')
})
afterEach(async () => {
  client.close()
  await temporary.remove()
})

const add = (n: number, text: string | null) =>
  client.execute('INSERT INTO notes (n, text) VALUES (?, ?) RETURNING n', [n, text])
const count = async () => (await client.execute('SELECT count(*) AS n FROM notes')).rows[0]?.['n']

test('a kept statement reads what others have written since, and holds nobody up', async () => {
  expect(await count()).toBe(0)
  const other = createFileClient(temporary.url, { timeoutMilliseconds: 0 })
  for (let n = 1; n <= 150; n++) {
    await other.execute('INSERT INTO notes (n, text) VALUES (?, ?)', [n, 'x'])
    expect(await count()).toBe(n)
  }
  // A read that was not ended would keep the log from being emptied.
  const { rows } = await other.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  expect(rows[0]?.['busy']).toBe(0)
  other.close()
})

test('a kept statement that failed is prepared anew: what comes after it is written', async () => {
  await add(1, 'x')
  for (let time = 0; time < 3; time++) await expect(add(1, 'x')).rejects.toThrow(/UNIQUE/)
  await expect(add(2, null)).rejects.toThrow(/NOT NULL/)
  expect((await add(3, 'x')).rows.map((row) => row['n'])).toEqual([3])
  const other = createFileClient(temporary.url, { timeoutMilliseconds: 0 })
  expect((await other.execute('SELECT n FROM notes')).rows.map((row) => row['n'])).toEqual([1, 3])
  other.close()
})

test('a batch that fails is rolled back whole, and runs again', async () => {
  const insert = (n: number) => ({ sql: 'INSERT INTO notes (n, text) VALUES (?, ?)', args: [n, 'x'] })
  await expect(client.batch([insert(1), insert(2), insert(1)], 'write')).rejects.toThrow(/UNIQUE/)
  expect(await count()).toBe(0)
  await client.batch([insert(1), insert(2)], 'write')
  expect(await count()).toBe(2)
})

test('what * stands for follows a change of the table', async () => {
  await add(1, 'x')
  const everything = () => client.execute('SELECT * FROM notes')
  expect({ ...(await everything()).rows[0] }).toEqual({ n: 1, text: 'x' })
  await client.execute("ALTER TABLE notes ADD COLUMN kind TEXT DEFAULT 'plain'")
  expect({ ...(await everything()).rows[0] }).toEqual({ n: 1, text: 'x', kind: 'plain' })
})

test('a fresh connection prepares its own; addresses in any spelling of a file', async () => {
  await add(1, 'x')
  await client.reconnect()
  expect(await count()).toBe(1)
  const [, path = ''] = temporary.url.split('file:')
  for (const url of [`file://${path}`, `file://localhost${path}`, `file:${path.replaceAll('u', '%75')}`]) {
    const same = createFileClient(url, { timeoutMilliseconds: 0 })
    expect([url, (await same.execute('SELECT n FROM notes')).rows.length]).toEqual([url, 1])
    same.close()
  }
  expect(() => createFileClient('file:/no/such/folder/x.db', { timeoutMilliseconds: 0 })).toThrow()
})
