import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { startPostmarkStandIn } from '@usher/mail/testing'
import { getSend, queueEmailCode } from '@usher/services'
import { testSecret, valued } from '@usher/services/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestHouse, until } from './testing/house.ts'

let house: Awaited<ReturnType<typeof createTestHouse>>
let running: ChildProcess[] = []
beforeEach(async () => (house = await createTestHouse()))
afterEach(async () => {
  for (const worker of running) worker.kill('SIGKILL')
  running = []
  await house.remove()
})

function startMain(environment: Record<string, string>) {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  const worker = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    env: {
      PATH: process.env['PATH'] ?? '',
      DATABASE_URL: house.url,
      USHER_SECRET: testSecret,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(worker)
  const output = Promise.all([text(worker.stdout), text(worker.stderr)]).then((parts) => parts.join(''))
  return { worker, output, ended: once(worker, 'exit') as Promise<[number | null, string | null]> }
}

test('the worker ends within three seconds of being asked, even while Postmark is slow to answer', async () => {
  const postmark = await startPostmarkStandIn()
  postmark.failAll({ kind: 'slow', milliseconds: 20_000 })
  const { worker, ended } = startMain({
    MAIL_TRANSPORT: 'postmark',
    MAIL_FROM: 'invitations@contoso.example',
    POSTMARK_SERVER_TOKEN: 'server-token-for-tests',
    POSTMARK_API_URL: postmark.url,
  })
  await house.send(3)
  await until(() => postmark.taken.length === 3)
  const askedAt = performance.now()
  worker.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(performance.now() - askedAt).toBeLessThan(3000)
  // Whether they arrived is not known, and said so: they are looked up before anything is sent again.
  const { rows } = await house.deps.database.client.execute('SELECT DISTINCT status FROM emails')
  expect(rows).toMatchObject([{ status: 'sending' }])
  await postmark.close()
}, 60_000)

test('an idle worker ends at once on Ctrl-C', async () => {
  const { worker, ended, output } = startMain({})
  await queueEmailCode({
    deps: house.deps,
    input: { address: 'a@b.example', code: '111111', websiteId: null, locale: null },
  })
  await until(async () => {
    const { rows } = await house.deps.database.client.execute("SELECT 1 FROM emails WHERE status = 'sent'")
    return rows.length > 0
  })
  const askedAt = performance.now()
  worker.kill('SIGINT')
  expect(await ended).toEqual([0, null])
  expect(performance.now() - askedAt).toBeLessThan(1500)
  expect(await output).toContain('worker stopped')
}, 60_000)

test('the log tells counts, and never a code, an address or a token', async () => {
  const postmark = await startPostmarkStandIn()
  postmark.refuse('guest0@fabrikam.example', 406, 'Found inactive addresses: guest0@fabrikam.example.')
  const { worker, ended, output } = startMain({
    MAIL_TRANSPORT: 'postmark',
    MAIL_FROM: 'invitations@contoso.example',
    POSTMARK_SERVER_TOKEN: 'server-token-for-tests',
    POSTMARK_API_URL: postmark.url,
  })
  const { sendId } = await house.send(2)
  await queueEmailCode({
    deps: house.deps,
    input: { address: 'jane@fabrikam.example', code: '482913', websiteId: null, locale: null },
  })
  await until(async () => {
    const send = valued(await getSend({ deps: house.deps, actor: house.operator, input: { sendId } }))
    return send.status === 'completed' && postmark.inbox('jane@fabrikam.example').length === 1
  })
  worker.kill('SIGTERM')
  await ended
  const code = /\/i\/([0-9A-Z]{20})/.exec(JSON.stringify(postmark.taken))?.[1] ?? 'no code was mailed'
  expect(code).toHaveLength(20)
  const log = await output
  expect(log).toMatch(/\d sent, 1 failed/)
  for (const secret of [code, code.slice(0, 8), '482913', '@fabrikam', 'server-token', testSecret]) {
    expect(log).not.toContain(secret)
  }
  await postmark.close()
}, 60_000)

test('a setting that is wrong stops the worker with one line that names it', async () => {
  const { ended, output } = startMain({ MAIL_TRANSPORT: 'pigeon' })
  expect(await ended).toEqual([1, null])
  const lines = (await output).trim().split('\n')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('MAIL_TRANSPORT')
}, 60_000)
