import { schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorld } from '../testing/index.ts'
import { claimJobs } from './claim.ts'
import { pruneExpired } from './prune.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => (world = await createWorld()))
afterEach(() => world.remove())

test('pruning removes what is past its time, and nothing else', async () => {
  const { deps } = world
  const now = deps.now().getTime()
  const at = (milliseconds: number) => new Date(now + milliseconds)
  const week = 7 * 24 * 60 * 60 * 1000
  const answer = (key: string, expiresAt: Date) => ({
    apiKeyId: 'key',
    key,
    requestHash: 'hash',
    createdAt: at(-1),
    expiresAt,
  })
  const job = (key: string, completedAt: Date | null) => ({
    id: key,
    kind: 'send_email' as const,
    key,
    payload: { emailId: key },
    priority: 0,
    runAt: at(-2 * week),
    createdAt: at(-2 * week),
    completedAt,
  })
  await deps.database.write([
    deps.database.query
      .insert(schema.idempotencyRecords)
      .values([answer('old', at(0)), answer('new', at(1))]),
    deps.database.query.insert(schema.attempts).values([
      { bucket: 'old', count: 9, windowEndsAt: at(0) },
      { bucket: 'new', count: 1, windowEndsAt: at(1) },
    ]),
    deps.database.query
      .insert(schema.jobs)
      .values([job('old', at(-week)), job('recent', at(-week + 1)), job('waiting', null)]),
  ])

  await pruneExpired({ deps })

  const { query } = deps.database
  expect((await query.select().from(schema.idempotencyRecords)).map(({ key }) => key)).toEqual(['new'])
  expect((await query.select().from(schema.attempts)).map(({ bucket }) => bucket)).toEqual(['new'])
  expect((await query.select().from(schema.jobs)).map(({ key }) => key).sort()).toEqual(['recent', 'waiting'])
  const lease = await claimJobs({
    deps,
    input: { kinds: ['send_email'], maximumPriority: 1000, limit: 10, leaseMilliseconds: 1000 },
  })
  expect(lease?.jobs.map(({ id }) => id)).toEqual(['waiting'])
})
