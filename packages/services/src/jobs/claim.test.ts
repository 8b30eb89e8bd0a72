import { completeJobs, insertJobs, schema } from '@usher/database'
import { connect } from '@usher/database/node'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorld } from '../testing/index.ts'
import { maximumAttempts } from './back-off.ts'
import { claimJobs, type Lease } from './claim.ts'
import { failJob } from './fail.ts'
import { releaseLease } from './lease.ts'
import { listParkedJobs } from './list-parked.ts'
import { retryJob } from './retry.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => (world = await createWorld()))
afterEach(() => world.remove())

const leaseMilliseconds = 30_000
const claim = (limit = 10, deps = world.deps): Promise<Lease | null> =>
  claimJobs({ deps, input: { kinds: ['send_email'], maximumPriority: 1000, limit, leaseMilliseconds } })

const addJobs = (count: number, priority = 20, prefix = 'job') =>
  world.deps.database.write([
    insertJobs(
      Array.from({ length: count }, (_, index) => ({
        id: world.deps.newId(),
        kind: 'send_email' as const,
        key: `${prefix}:${index}`,
        payload: { emailId: `${prefix}:${index}` },
        priority,
      })),
      world.deps.now(),
    ),
  ])
const later = (milliseconds: number) => world.moveTo(new Date(world.deps.now().getTime() + milliseconds))
const findJobs = () => world.deps.database.query.select().from(schema.jobs)
const complete = (lease: Lease) =>
  world.deps.database.write([
    completeJobs(
      lease.token,
      lease.jobs.map((job) => job.id),
      world.deps.now(),
    ),
  ])

test('the same cause never makes two jobs', async () => {
  await addJobs(3)
  await addJobs(3)
  expect(await findJobs()).toHaveLength(3)
})

test('two workers never hold the same job', async () => {
  await addJobs(100)
  const second = { ...world.deps, database: connect({ url: world.url }) }
  const leases = await Promise.all([claim(40), claim(40, second), claim(40), claim(40, second)])
  const ids = leases.flatMap((lease) => lease?.jobs.map((job) => job.id) ?? [])
  expect(ids).toHaveLength(100)
  expect(new Set(ids).size).toBe(100)
  second.database.close()
})

test('who waits at a screen goes before every send', async () => {
  await addJobs(5, 20, 'send')
  later(1000)
  await addJobs(1, 0, 'code')
  expect((await claim(1))?.jobs[0]?.payload.emailId).toBe('code:0')
})

test('a job whose worker died is claimed again once the lease is over, not before', async () => {
  await addJobs(1)
  await claim()
  later(leaseMilliseconds - 1)
  expect(await claim()).toBeNull()
  later(1)
  expect((await claim())?.jobs[0]?.attempts).toBe(2)
})

test('a stale worker whose lease was lost completes nothing and fails nothing', async () => {
  await addJobs(1)
  const stale = await claim()
  later(leaseMilliseconds)
  const present = await claim()
  if (!stale?.jobs[0] || !present) throw new Error('nothing was claimed')

  await complete(stale)
  await failJob({ deps: world.deps, lease: stale, job: stale.jobs[0], reason: 'stale' })
  await releaseLease({ deps: world.deps, input: stale })
  const [job] = await findJobs()
  expect(job).toMatchObject({ completedAt: null, parkedAt: null, lastError: null, leaseToken: present.token })

  await complete(present)
  expect((await findJobs())[0]?.completedAt).toEqual(world.deps.now())
})

test('a job given back untried is due at once, and the attempt does not count', async () => {
  await addJobs(1)
  const lease = await claim()
  await releaseLease({ deps: world.deps, input: { token: lease?.token ?? '' } })
  expect((await claim())?.jobs[0]?.attempts).toBe(1)
})

test('what fails waits longer each time, is parked in the end with its reason, and a retry begins anew', async () => {
  await addJobs(1)
  const pauses: number[] = []
  for (let attempt = 1; attempt <= maximumAttempts; attempt++) {
    const lease = await claim()
    const job = lease?.jobs[0]
    if (!lease || !job) throw new Error(`nothing was due at attempt ${attempt}`)
    await failJob({ deps: world.deps, lease, job, reason: 'it is broken' })
    const [row] = await findJobs()
    const pause = (row?.runAt.getTime() ?? 0) - world.deps.now().getTime()
    if (attempt < maximumAttempts) {
      expect(row?.parkedAt).toBeNull()
      pauses.push(pause)
      later(pause)
    }
  }
  expect(pauses[0]).toBeLessThanOrEqual(1000)
  expect(pauses.at(-1)).toBeGreaterThanOrEqual(450_000)
  expect(pauses.at(-1)).toBeLessThanOrEqual(900_000)

  later(24 * 60 * 60 * 1000)
  expect(await claim()).toBeNull()
  const parked = await listParkedJobs({ deps: world.deps, actor: world.operator, input: {} })
  if (!parked.ok) throw new Error(parked.refusal)
  expect(parked.value.items).toMatchObject([{ lastError: 'it is broken', attempts: maximumAttempts }])

  const input = { jobId: parked.value.items[0]?.id ?? '' }
  expect(await retryJob({ deps: world.deps, actor: world.operator, input })).toMatchObject({ ok: true })
  expect((await claim())?.jobs[0]?.attempts).toBe(1)
  expect(await retryJob({ deps: world.deps, actor: world.operator, input })).toMatchObject({
    refusal: 'not_found',
  })
})
