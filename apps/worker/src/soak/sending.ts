import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { startPostmarkStandIn } from '@usher/mail/testing'
import { getSend } from '@usher/services'
import { checkDeliveries } from '@usher/services/worker'
import { testSecret, valued } from '@usher/services/testing'
import { createMailer } from '@usher/mail/node'
import { createTestHouse, until } from '../testing/house.ts'

const recipients = Number(process.env['SOAK_RECIPIENTS'] ?? 20_000)
const kills = Number(process.env['SOAK_KILLS'] ?? 200)
const batchSize = 50
const settlingMilliseconds = 1500
const searchLagMilliseconds = 300

/**
 * A send of 20,000 while two workers take turns at being killed with SIGKILL, 200 times, and Postmark’s answers get cut
 * off now and then. Every recipient must have exactly one mail; what was doubtful is counted.
 * @returns whether that is so
 */
export async function soakSending(): Promise<boolean> {
  const postmark = await startPostmarkStandIn({ searchLagMilliseconds, keepsBodies: false })
  const house = await createTestHouse({
    transport: 'postmark',
    from: 'Contoso <invitations@contoso.example>',
    serverToken: 'server-token-for-tests',
    messageStream: 'outbound',
    apiUrl: postmark.url,
  })
  const { sendId, addresses } = await house.send(recipients)
  const progress = async () =>
    valued(await getSend({ deps: house.deps, actor: house.operator, input: { sendId } }))
  const start = () => startWorkerProcess(house.url, postmark.url)
  const workers = [start(), start()]
  const startedAt = performance.now()
  let inMidSend = 0
  let killed = 0
  for (; killed < kills; killed++) {
    const batches = postmark.batchSizes.length
    if (killed % 20 === 10) postmark.failNext({ kind: 'cut_after' })
    if (killed % 20 === 15) postmark.failNext({ kind: 'cut_before' })
    await until(() => postmark.batchSizes.length > batches + (killed % 2), 120_000, 2)
    if ((await progress()).status !== 'completed') inMidSend++
    const victim = workers.shift()
    victim?.kill('SIGKILL')
    if (victim?.exitCode === null && victim.signalCode === null) await once(victim, 'exit')
    workers.push(start())
  }
  await until(async () => (await progress()).status === 'completed', 600_000, 200)
  const seconds = (performance.now() - startedAt) / 1000
  for (const worker of workers) worker.kill('SIGKILL')

  const times = new Map<string, number>()
  for (const mail of postmark.taken) times.set(mail.To, (times.get(mail.To) ?? 0) + 1)
  const lost = addresses.filter((address) => !times.has(address)).length
  const twice = [...times.values()].filter((count) => count === 2).length
  const more = [...times.values()].filter((count) => count > 2).length
  const { client } = house.deps.database
  const count = async (sql: string) => Number((await client.execute(sql)).rows[0]?.['count'])
  const doubted = await count('SELECT count(*) AS count FROM emails WHERE doubts > 0')
  const state = await progress()
  const mailer = createMailer({
    transport: 'postmark',
    from: 'Contoso <invitations@contoso.example>',
    serverToken: 'server-token-for-tests',
    messageStream: 'outbound',
    apiUrl: postmark.url,
  })
  // Half an hour later the net below asks about them, and counts by Postmark's own records.
  const later = { ...house.deps, now: () => new Date(Date.now() + 60 * 60_000) }
  while ((await checkDeliveries({ deps: later, mailer })) > 0);
  const counted = await count('SELECT count(*) AS count FROM emails WHERE duplicates > 0')

  const rows: [string, number | string][] = [
    ['workers killed with SIGKILL', `${killed}, ${inMidSend} of them in mid-send`],
    ['took', `${seconds.toFixed(0)} s`],
    ['recipients with a mail', times.size],
    ['lost', lost],
    ['batches posted', postmark.batchSizes.length],
    ['asked Postmark what it has', postmark.searchCount()],
    ['not found there and sent again', doubted],
    ['got it twice', `${twice}, of which ${counted} are counted in our records`],
    ['got it more often', more],
    ['sent, by our records', state.sent],
  ]
  tell(`\nA send of ${recipients.toLocaleString('en')} under ${kills} kills`)
  for (const [what, value] of rows) tell(`  ${what.padEnd(44)}${value}`)
  const isWell = lost === 0 && more === 0 && twice === counted && state.sent === recipients
  tell(`  ${isWell ? 'well' : 'NOT WELL'}\n`)
  await postmark.close()
  await house.remove()
  return isWell
}

function startWorkerProcess(databaseUrl: string, postmarkUrl: string): ChildProcess {
  const script = fileURLToPath(new URL('../testing/worker-process.ts', import.meta.url))
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_COMPILE_CACHE: '/tmp/usher-compile-cache',
      DATABASE_URL: databaseUrl,
      USHER_SECRET: testSecret,
      MAIL_TRANSPORT: 'postmark',
      MAIL_FROM: 'Contoso <invitations@contoso.example>',
      POSTMARK_SERVER_TOKEN: 'server-token-for-tests',
      POSTMARK_API_URL: postmarkUrl,
      TEST_LEASE_MILLISECONDS: '500',
      TEST_SETTLING_MILLISECONDS: String(settlingMilliseconds),
      TEST_BATCH_SIZE: String(batchSize),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

const tell = (line: string) => void process.stdout.write(`${line}\n`)
