import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { type PostmarkStandIn, startPostmarkStandIn } from '@usher/mail/testing'
import { getSend } from '@usher/services'
import { testSecret, valued } from '@usher/services/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestHouse, until } from './testing/house.ts'

const kills = 20
const recipients = 1200
const settlingMilliseconds = 400
const searchLagMilliseconds = 150

let postmark: PostmarkStandIn
let house: Awaited<ReturnType<typeof createTestHouse>>
const running = new Set<ChildProcess>()
let compileCache: string
beforeEach(async () => {
  compileCache = await mkdtemp(join(tmpdir(), 'usher-compile-cache-'))
  postmark = await startPostmarkStandIn({ searchLagMilliseconds })
  house = await createTestHouse()
})
afterEach(async () => {
  for (const worker of running) worker.kill('SIGKILL')
  await postmark.close()
  await house.remove()
  await rm(compileCache, { recursive: true, force: true })
})

function startWorkerProcess(): ChildProcess {
  const script = fileURLToPath(new URL('./testing/worker-process.ts', import.meta.url))
  const worker = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    env: {
      PATH: process.env['PATH'] ?? '',
      // Twenty-two of them start: what one compiled the others need not.
      NODE_COMPILE_CACHE: compileCache,
      DATABASE_URL: house.url,
      USHER_SECRET: testSecret,
      MAIL_TRANSPORT: 'postmark',
      MAIL_FROM: 'Contoso <invitations@contoso.example>',
      POSTMARK_SERVER_TOKEN: 'server-token-for-tests',
      POSTMARK_API_URL: postmark.url,
      TEST_LEASE_MILLISECONDS: '300',
      TEST_SETTLING_MILLISECONDS: String(settlingMilliseconds),
      TEST_BATCH_SIZE: '10',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  running.add(worker)
  worker.once('exit', () => running.delete(worker))
  return worker
}

test(`invariant 12: a job runs at least once; its effect carries a stable key so that twice looks like once: of two workers one is killed with SIGKILL ${kills} times in mid-send, and every recipient gets exactly one mail`, async () => {
  const { sendId, addresses } = await house.send(recipients)
  const progress = async () =>
    valued(await getSend({ deps: house.deps, actor: house.operator, input: { sendId } }))
  const workers = [startWorkerProcess(), startWorkerProcess()]

  let killedInMidSend = 0
  for (let kill = 0; kill < kills; kill++) {
    const victim = workers.shift()
    // Not at a quiet moment: after some more batches were taken, while the next may be anywhere between claim and record.
    const batches = postmark.batchSizes.length
    await until(() => postmark.batchSizes.length > batches + 1 + (kill % 3), 60_000, 2)
    if ((await progress()).status !== 'completed') killedInMidSend++
    victim?.kill('SIGKILL')
    if (victim?.exitCode === null && victim.signalCode === null) await once(victim, 'exit')
    workers.push(startWorkerProcess())
  }
  await until(async () => (await progress()).status === 'completed', 60_000)

  // The kills were unkind enough: some left mails behind of which only Postmark knew whether it had them.
  expect(killedInMidSend).toBe(kills)
  expect(postmark.searchCount()).toBeGreaterThan(0)
  const mailed = postmark.taken.map((mail) => mail.To)
  expect(mailed.length).toBe(recipients)
  expect(new Set(mailed)).toEqual(new Set(addresses))
  expect(await progress()).toMatchObject({ planned: recipients, sent: recipients, failed: 0, queued: 0 })

  // What the rows say is what Postmark has: each mail its own message id, one line on each timeline.
  const { rows } = await house.deps.database.client.execute(`
    SELECT emails.id, emails.provider_message_id, (
      SELECT count(*) FROM activities WHERE activities.contact_id = emails.contact_id AND type = 'invitation_sent') AS told
    FROM emails`)
  const taken = new Map(postmark.taken.map((mail) => [mail.Metadata?.['usher-email-id'], mail.MessageID]))
  for (const row of rows) {
    expect(row.provider_message_id).toBe(taken.get(String(row.id)))
    expect(row.told).toBe(1)
  }
}, 180_000)
