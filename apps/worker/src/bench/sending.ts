import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { MailSettings } from '@usher/domain'
import type { MailMessage } from '@usher/mail'
import { createMailer } from '@usher/mail/node'
import { getSend } from '@usher/services'
import { valued } from '@usher/services/testing'
import { createTestHouse } from '../testing/house.ts'
import { startWorker } from '../worker.ts'

const recipients = Number(process.env['BENCH_RECIPIENTS'] ?? 100_000)
const batchSize = 500
const targetPerSecond = 5000

/**
 * Sends 100,000 invitations through the real client to a stand-in for Postmark in another process, in batches of 500,
 * beside its floor in the same run: the same client posting batches that were written beforehand.
 * @returns whether the target is met
 */
export async function measureSending(): Promise<boolean> {
  const standIn = await startStandIn()
  const mail: MailSettings = {
    transport: 'postmark',
    from: 'Contoso <invitations@contoso.example>',
    serverToken: 'server-token-for-tests',
    messageStream: 'outbound',
    apiUrl: standIn.url,
  }
  const floor = await measureFloor(mail)
  const house = await createTestHouse(mail)
  const plannedAt = performance.now()
  const { sendId } = await house.send(recipients)
  const planning = performance.now() - plannedAt

  const memory: number[] = []
  const cpuBefore = process.cpuUsage()
  const startedAt = performance.now()
  const worker = startWorker(house.house)
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    memory.push(process.memoryUsage().rss)
    const { status } = valued(await getSend({ deps: house.deps, actor: house.operator, input: { sendId } }))
    if (status === 'completed') break
  }
  const seconds = (performance.now() - startedAt) / 1000
  const cpu = process.cpuUsage(cpuBefore)
  await worker.stop()
  await house.remove()
  const { taken, cpu: theirs } = await standIn.stop()

  const perSecond = recipients / seconds
  const half = memory.slice(Math.floor(memory.length / 2))
  const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`
  const rows: [string, string][] = [
    ['planning and freezing it', `${(planning / 1000).toFixed(1)} s`],
    ['sending', `${Math.round(perSecond).toLocaleString('en')} mails/s (${seconds.toFixed(1)} s)`],
    ['floor: batches written beforehand', `${Math.round(floor).toLocaleString('en')} mails/s`],
    ['ratio to the floor', `${(floor / perSecond).toFixed(1)} ×`],
    ['our CPU a mail', `${Math.round((cpu.user + cpu.system) / recipients)} µs`],
    ['the stand-in’s CPU a mail, floor included', `${Math.round((theirs.user + theirs.system) / taken)} µs`],
    ['memory, first half at most', megabytes(Math.max(...memory.slice(0, Math.ceil(memory.length / 2))))],
    ['memory, second half at most', megabytes(Math.max(...half))],
    [
      'mails taken by the stand-in',
      `${taken.toLocaleString('en')}, of which ${recipients.toLocaleString('en')} are the send`,
    ],
  ]
  const isMet = perSecond >= targetPerSecond
  tell(`\nSending ${recipients.toLocaleString('en')} invitations in batches of ${batchSize}`)
  for (const [what, value] of rows) tell(`  ${what.padEnd(44)}${value}`)
  tell(
    `  ${'target'.padEnd(44)}${targetPerSecond.toLocaleString('en')} mails/s  ${isMet ? 'met' : 'missed'}\n`,
  )
  return isMet
}

/** Mails a second of the client alone, with nothing to decide, to write or to keep. */
async function measureFloor(mail: MailSettings): Promise<number> {
  const mailer = createMailer(mail)
  const text = 'x'.repeat(1200)
  const html = 'x'.repeat(16_000)
  const batch: MailMessage[] = Array.from({ length: batchSize }, (_, index) => ({
    emailId: `floor-${index}`,
    from: mailer.from,
    to: `floor${index}@fabrikam.example`,
    replyTo: null,
    subject: 'Floor',
    html,
    text,
    unsubscribeUrl: 'https://contoso.example/unsubscribe/x',
    tag: 'invitation',
  }))
  const batches = Math.ceil(recipients / batchSize / 4)
  const startedAt = performance.now()
  for (let index = 0; index < batches; index++) await mailer.sendBatch(batch)
  mailer.close()
  return (batches * batchSize) / ((performance.now() - startedAt) / 1000)
}

async function startStandIn() {
  const script = fileURLToPath(new URL('./stand-in-process.ts', import.meta.url))
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const { value: url } = await lines.next()
  return {
    url: String(url),
    async stop() {
      child.kill('SIGTERM')
      const { value } = await lines.next()
      await once(child, 'close')
      return JSON.parse(String(value)) as { taken: number; cpu: { user: number; system: number } }
    },
  }
}

const tell = (line: string) => void process.stdout.write(`${line}\n`)
