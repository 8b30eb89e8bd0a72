import { createMailer } from '@usher/mail/node'
import { startPostmarkStandIn } from '@usher/mail/testing'
import { getSend, listEmails, queueEmailCode } from '@usher/services'
import { valued } from '@usher/services/testing'
import { afterEach, expect, test } from 'vitest'
import { createTestHouse, until } from './testing/house.ts'
import { startWorker, type Worker, type WorkerOptions } from './worker.ts'

let closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.reverse()) await close()
  closing = []
})

/** The clock alone would be too slow for every one of these tests. */
const onlyByWatching: WorkerOptions = { fallbackMilliseconds: 60_000 }

async function startTest(options: WorkerOptions = onlyByWatching) {
  const test = await createTestHouse()
  const worker: Worker = startWorker(test.house, options)
  closing.push(
    () => test.remove(),
    () => worker.stop(),
  )
  const sentCount = async () =>
    valued(await listEmails({ deps: test.deps, actor: test.operator, input: { status: 'sent' } })).totalCount
  return { ...test, worker, sentCount }
}

const code = { address: 'jane@fabrikam.example', code: '482913', websiteId: null, locale: null }

test('a commit of another process wakes the worker: from commit to mail it is well under a second', async () => {
  const { deps, sentCount } = await startTest()
  const latencies: number[] = []
  for (let round = 1; round <= 20; round++) {
    await queueEmailCode({ deps, input: code })
    const committedAt = performance.now()
    await until(async () => (await sentCount()) === round, 10_000, 2)
    latencies.push(performance.now() - committedAt)
  }
  latencies.sort((a, b) => a - b)
  expect(latencies[10]).toBeLessThan(500)
})

test('where files cannot be watched, the clock finds the work', async () => {
  const test = await createTestHouse()
  const worker = startWorker({ ...test.house, databaseFile: null }, { fallbackMilliseconds: 50 })
  closing.push(
    () => test.remove(),
    () => worker.stop(),
  )
  await queueEmailCode({ deps: test.deps, input: code })
  const send = await test.send(1)
  await until(
    async () =>
      valued(await getSend({ deps: test.deps, actor: test.operator, input: send })).status === 'completed',
  )
})

test('an idle worker reads now and then, and writes nothing', async () => {
  const test = await createTestHouse()
  let reads = 0
  let writes = 0
  const { database } = test.house.deps
  const counting = {
    ...test.house,
    deps: {
      ...test.house.deps,
      database: {
        ...database,
        query: new Proxy(database.query, {
          get(target, name, receiver) {
            if (name === 'all') reads++
            return Reflect.get(target, name, receiver) as unknown
          },
        }),
        write: ((statements) => {
          writes++
          return database.write(statements)
        }) as typeof database.write,
      },
    },
  }
  const worker = startWorker(counting, { fallbackMilliseconds: 100 })
  closing.push(
    () => test.remove(),
    () => worker.stop(),
  )
  await until(() => reads >= 9)
  const [readsBefore, startedAt] = [reads, performance.now()]
  await until(() => reads >= readsBefore + 60)
  // Six lanes, ten looks a second each: 60 looks take a second, not an instant.
  expect(performance.now() - startedAt).toBeGreaterThan(700)
  // The one write is the pruning at the start.
  expect(writes).toBe(1)
})

test('hundreds of mails leave in batches, while a code that comes later need not wait for them', async () => {
  const postmark = await startPostmarkStandIn()
  const mail = {
    transport: 'postmark',
    from: 'invitations@contoso.example',
    serverToken: 'server-token-for-tests',
    messageStream: 'outbound',
    apiUrl: postmark.url,
  } as const
  const test = await createTestHouse(mail)
  const send = await test.send(600)
  // Every batch of the send takes its time.
  postmark.failAll({ kind: 'slow', milliseconds: 400 })
  const worker = startWorker({ ...test.house, mailer: createMailer(mail) }, onlyByWatching)
  closing.push(
    () => postmark.close(),
    () => test.remove(),
    () => worker.stop(),
  )
  await until(() => postmark.batchSizes.length > 0)
  await queueEmailCode({ deps: test.deps, input: code })
  await until(() => postmark.inbox(code.address).length === 1)
  expect(postmark.taken.length).toBeLessThan(601)
  await until(
    async () =>
      valued(await getSend({ deps: test.deps, actor: test.operator, input: send })).status === 'completed',
  )
  expect(postmark.batchSizes.filter((size) => size > 1)).toEqual([500, 100])
  expect(new Set(postmark.taken.map((mail) => mail.To)).size).toBe(601)
}, 60_000)

test('a worker that is asked to stop ends what is in hand and leaves the rest in the queue', async () => {
  const { deps, send, operator, worker } = await startTest({ ...onlyByWatching, batchSize: 50 })
  const { sendId } = await send(400)
  const progress = async () => valued(await getSend({ deps, actor: operator, input: { sendId } }))
  await until(async () => (await progress()).sent > 0)
  await worker.stop()
  const { sent, queued } = await progress()
  expect(sent + queued).toBe(400)
  expect(sent % 50).toBe(0)
  expect((await progress()).sent).toBe(sent)

  const held = await deps.database.client.execute(
    'SELECT count(*) AS held FROM jobs WHERE lease_token IS NOT NULL',
  )
  expect(held.rows[0]?.held).toBe(0)
})
