import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Database, guard, isUniqueViolation, schema } from '../../index.ts'
import { connect } from '../../web.ts'
import { createTemporaryDatabase } from '../temporary-database.ts'
import { type HranaServer, startHranaServer } from './server.ts'

let temporary: Awaited<ReturnType<typeof createTemporaryDatabase>>
let server: HranaServer
let database: Database
beforeEach(async () => {
  temporary = await createTemporaryDatabase()
  server = await startHranaServer(temporary.url.slice('file:'.length), { authToken: 'secret' })
  database = connect({ url: server.url, authToken: 'secret' })
})
afterEach(async () => {
  database.close()
  await server.close()
  await temporary.remove()
})

const insertAccount = (id: string) =>
  database.query
    .insert(schema.accounts)
    .values({ id, name: `Müller & Söhne ${id}`, createdAt: new Date(5), updatedAt: new Date(5) })

test('what the web client writes, the file holds, with its types', async () => {
  await database.write([insertAccount('a'), insertAccount('b')])
  const rows = await temporary.database.query.select().from(schema.accounts)
  expect(rows).toEqual(await database.query.select().from(schema.accounts))
  expect(rows[0]).toMatchObject({ name: 'Müller & Söhne a', createdAt: new Date(5), number: null })
})

test('a write batch is one request, and all or nothing', async () => {
  await database.query.select().from(schema.accounts)
  const before = server.requestCount()
  expect(await database.write([insertAccount('a'), guard('never', sql`1 = 0`)])).toEqual({
    ok: false,
    guard: 'never',
  })
  expect(server.requestCount() - before).toBe(1)
  await expect(database.write([insertAccount('b'), insertAccount('b')])).rejects.toSatisfy(isUniqueViolation)
  expect(await temporary.database.query.select().from(schema.accounts)).toEqual([])
})

test('a lost answer is an unavailable database, though the batch was kept', async () => {
  await database.query.select().from(schema.accounts)
  server.loseNextAnswer()
  await expect(database.write([insertAccount('a')])).rejects.toMatchObject({
    name: 'DatabaseUnavailableError',
  })
  expect(await temporary.database.query.select().from(schema.accounts)).toHaveLength(1)
})

test('a wrong token is refused', async () => {
  const stranger = connect({ url: server.url, authToken: 'guess' })
  await expect(stranger.query.select().from(schema.accounts)).rejects.toThrow()
  stranger.close()
})
