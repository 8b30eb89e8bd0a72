import process from 'node:process'
import { completeJobs } from '@usher/database'
import type { Step } from '@usher/domain'
import { claimJobs } from '@usher/services/worker'
import { runWorkflows } from '../run-workflows.ts'
import { createTestHouse, until } from '../testing/house.ts'
import { countOf, makeRuns } from '../testing/workflow-runs.ts'
import { startWorker } from '../worker.ts'

const runs = Number(process.env['BENCH_RUNS'] ?? 10_000)
const atOnce = 100
const lease = { maximumPriority: 1000, leaseMilliseconds: 30_000 }
const idleSeconds = 10

const steps: Step[] = [
  { key: 'mark', kind: 'add_tag', tag: 'joined' },
  {
    key: 'known',
    kind: 'branch',
    condition: 'contact.email != null',
    then: [
      {
        key: 'welcome',
        kind: 'send_email',
        subject: 'Welcome to {{ website.name }}',
        preheader: '',
        body: 'Hello {{ contact.firstName }}.',
        from: null,
        replyTo: null,
      },
    ],
    else: [],
  },
]

/**
 * The workflows of 10,000 redemptions (a tag, a branch, a mail queued) drained by one worker's lane, beside its floor in
 * the same run: a bare loop that claims the same jobs of the same table and completes them. Then how soon a first step
 * begins after the commit, and what an idle worker costs.
 * @returns whether the targets are met
 */
export async function measureWorkflows(): Promise<boolean> {
  const floor = await perSecond(async (house) => {
    for (;;) {
      const claimed = await claimJobs({
        deps: house.deps,
        input: { kinds: ['run_workflow'], limit: atOnce, ...lease },
      })
      if (!claimed) return
      const ids = claimed.jobs.map(({ id }) => id)
      await house.deps.database.write([completeJobs(claimed.token, ids, new Date())])
    }
  })
  const drained = await perSecond(async (house) => {
    while ((await runWorkflows(house, lease)) !== 'idle');
    const completed = await countOf(
      house,
      `SELECT count(*) AS count FROM workflow_runs WHERE status = 'completed'`,
    )
    const mails = await countOf(house, 'SELECT count(*) AS count FROM emails')
    if (completed !== runs || mails !== runs) throw new Error(`${completed} runs ended with ${mails} mails`)
  })
  const { median, slowest, idle } = await measureWorker()
  const rows: [string, string][] = [
    ['runs drained', `${Math.round(drained).toLocaleString('en')} runs/s`],
    ['floor: claim and complete', `${Math.round(floor).toLocaleString('en')} jobs/s`],
    ['ratio to the floor', `${(floor / drained).toFixed(1)} ×`],
    ['commit to first step, median of 50', `${median} ms`],
    ['commit to first step, slowest', `${slowest} ms`],
    ['idle CPU of the worker', `${(idle * 100).toFixed(2)} %`],
  ]
  process.stdout.write(
    `\nWorkflows of ${runs.toLocaleString('en')} redemptions, each with a tag, a branch and a mail\n`,
  )
  for (const [what, value] of rows) process.stdout.write(`  ${what.padEnd(40)}${value}\n`)
  const isMet = median <= 200 && idle < 0.01
  process.stdout.write(`  ${'target: 200 ms, 1 %'.padEnd(40)}${isMet ? 'met' : 'missed'}\n\n`)
  return isMet
}

async function perSecond(drain: (house: Awaited<ReturnType<typeof createTestHouse>>) => Promise<void>) {
  const house = await createTestHouse()
  await makeRuns(house, steps, runs)
  const startedAt = performance.now()
  await drain(house)
  const seconds = (performance.now() - startedAt) / 1000
  await house.remove()
  return runs / seconds
}

async function measureWorker() {
  const house = await createTestHouse()
  const worker = startWorker(house.house)
  const mark: Step[] = [{ key: 'mark', kind: 'add_tag', tag: 'joined' }]
  for (let round = 1; round <= 50; round++) {
    await makeRuns(house, mark, 1)
    await until(
      async () =>
        (await countOf(house, `SELECT count(*) AS count FROM workflow_runs WHERE status = 'completed'`)) ===
        round,
      10_000,
      5,
    )
  }
  const { rows } = await house.deps.database.client.execute(
    'SELECT started_at - created_at AS waited FROM workflow_runs ORDER BY waited',
  )
  const before = process.cpuUsage()
  await new Promise((resolve) => setTimeout(resolve, idleSeconds * 1000))
  const { user, system } = process.cpuUsage(before)
  await worker.stop()
  await house.remove()
  return {
    median: Number(rows[25]?.['waited']),
    slowest: Number(rows.at(-1)?.['waited']),
    idle: (user + system) / 1e6 / idleSeconds,
  }
}
