import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Step } from '@usher/domain'
import { createWebhookEndpoint } from '@usher/services'
import { testSecret, valued } from '@usher/services/testing'
import { createTestHouse, until } from './house.ts'
import { countOf, makeRuns } from './workflow-runs.ts'

const second = { amount: 1, unit: 'seconds' } as const
const stepsFor = (endpointId: string): Step[] => [
  { key: 'mark', kind: 'add_tag', tag: 'joined' },
  {
    key: 'firm',
    kind: 'create_account',
    name: '{{ contact.email }}',
    number: '',
    email: '',
    websiteUrl: '',
    assignContact: true,
    reuseByName: false,
  },
  { key: 'wait', kind: 'wait_duration', duration: second },
  {
    key: 'crm',
    kind: 'call_webhook',
    endpointId,
    eventType: 'joined',
    fields: { email: '{{ contact.email }}' },
  },
  {
    key: 'fork',
    kind: 'branch',
    condition: 'steps.crm.ok and not isEmpty(contact.accountName)',
    then: [
      { key: 'again', kind: 'wait_duration', duration: second },
      { key: 'told', kind: 'add_tag', tag: 'told' },
    ],
    else: [{ key: 'lost', kind: 'add_tag', tag: 'lost' }],
  },
]

/**
 * So many runs with waits, a webhook and a branch, while two workers take turns at being killed with SIGKILL at random
 * moments. What came of it: every number but `runs` and `steps` should be 0.
 */
export async function runUnderKills({ runs, kills }: { runs: number; kills: number }) {
  // Who was told, and under how many ids: twice under one id is one message.
  const told = new Map<string, Set<string>>()
  const receiver = createServer((request, response) => {
    void text(request).then((body) => {
      const { data } = JSON.parse(body) as { data: { runId: string } }
      const ids = told.get(data.runId) ?? new Set()
      told.set(data.runId, ids.add(String(request.headers['webhook-id'])))
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const target = `127.0.0.1:${(receiver.address() as AddressInfo).port}`
  const house = await createTestHouse()
  const deps = { ...house.deps, webhookAllowedTargets: [target] }
  const input = { name: 'CRM', url: `http://${target}/` }
  const endpoint = valued(await createWebhookEndpoint({ deps, actor: house.operator, input }))
  await makeRuns(house, stepsFor(endpoint.id), runs)

  const start = () => startProcess(house.url, target)
  const workers = [start(), start()]
  const open = () =>
    countOf(house, `SELECT count(*) AS count FROM workflow_runs WHERE status NOT IN ('completed', 'parked')`)
  let killed = 0
  for (; killed < kills && (await open()) > 0; killed++) {
    await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 900))
    const victim = workers.shift()
    victim?.kill('SIGKILL')
    if (victim?.exitCode === null && victim.signalCode === null) await once(victim, 'exit')
    workers.push(start())
  }
  await until(async () => (await open()) === 0, 240_000, 200)
  for (const worker of workers) worker.kill('SIGKILL')

  const result = {
    runs,
    killed,
    steps: await countOf(
      house,
      `SELECT count(*) AS count FROM workflow_run_steps WHERE status = 'completed'`,
    ),
    notCompleted: await countOf(
      house,
      `SELECT count(*) AS count FROM workflow_runs WHERE status <> 'completed'`,
    ),
    ranAgain: await countOf(house, 'SELECT count(*) AS count FROM workflow_run_steps WHERE attempts > 1'),
    accountsTooMany: (await countOf(house, 'SELECT count(*) AS count FROM accounts')) - runs,
    untold: runs - told.size,
    toldUnderTwoIds: [...told.values()].filter((ids) => ids.size > 1).length,
    lost: await countOf(house, `SELECT count(*) AS count FROM contact_tags WHERE tag = 'lost'`),
  }
  await new Promise((resolve) => receiver.close(resolve).closeAllConnections())
  await house.remove()
  return result
}

function startProcess(databaseUrl: string, target: string): ChildProcess {
  const script = fileURLToPath(new URL('./worker-process.ts', import.meta.url))
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_COMPILE_CACHE: '/tmp/usher-compile-cache',
      DATABASE_URL: databaseUrl,
      USHER_SECRET: testSecret,
      WEBHOOK_ALLOWED_TARGETS: target,
      TEST_LEASE_MILLISECONDS: '500',
      TEST_SETTLING_MILLISECONDS: '100',
      TEST_BATCH_SIZE: '50',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
