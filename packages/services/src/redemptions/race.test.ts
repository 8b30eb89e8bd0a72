import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorld } from '../testing/index.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld({ now: new Date() })
})
afterEach(() => world.remove())

const script = fileURLToPath(new URL('../testing/redeeming-process.ts', import.meta.url))

/** Runs one redeeming process; `answers` grows while it lives. */
function startProcess(attempts: { userId: string; code: string }[]) {
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = new Map<string, string>()
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) answers.set(...(line.split(' ') as [string, string]))
  })
  child.stdin.end(`${JSON.stringify({ url: world.url, attempts })}\n`)
  return { child, answers, ended: ended(child) }
}

const ended = (child: ChildProcess) => new Promise<void>((resolve) => child.once('close', () => resolve()))

async function makeGroup(seats: number, people: number) {
  const website = await world.make.website()
  const webRoles = [await world.make.webRole(website.id), await world.make.webRole(website.id)]
  const invitation = await world.make.invitation({
    type: 'group',
    maximumRedemptions: seats,
    websiteId: website.id,
    webRoles,
    redemptionWorkflowId: (await world.make.workflow()).id,
  })
  const attempts: { userId: string; code: string }[] = []
  for (let index = 0; index < people; index++) {
    attempts.push({ userId: (await world.make.invitee()).id, code: invitation.code })
  }
  return { invitation, attempts }
}

/** Counter = redemptions = activities = contacts = identities = runs = jobs, and two grants each. */
async function expectAgreement(): Promise<number> {
  const { query } = world.deps.database
  const redemptions = await query.select().from(schema.redemptions)
  const count = redemptions.length
  const [invitation] = await query.select().from(schema.invitations)
  const invitees = await query.select().from(schema.inviteeUsers)
  expect({
    counter: invitation?.redemptionCount,
    people: new Set(redemptions.map((redemption) => redemption.contactId)).size,
    activities: (await query.select().from(schema.activities)).length,
    contacts: (await query.select().from(schema.contacts)).length,
    identities: invitees.filter((invitee) => invitee.contactId !== null).length,
    grants: (await query.select().from(schema.grants)).length,
    runs: (await query.select().from(schema.workflowRuns)).length,
    jobs: (await query.select().from(schema.jobs)).length,
  }).toEqual({
    counter: count,
    people: count,
    activities: count,
    contacts: count,
    identities: count,
    grants: 2 * count,
    runs: count,
    jobs: count,
  })
  return count
}

test('200 parallel redemptions of a Group with 50 seats from 4 processes on one file: exactly 50, and all records agree', async () => {
  const { attempts } = await makeGroup(50, 200)
  const processes = [0, 1, 2, 3].map((part) =>
    startProcess(attempts.filter((_, index) => index % 4 === part)),
  )
  await Promise.all(processes.map((process) => process.ended))

  const answers = processes.flatMap((process) => [...process.answers.values()])
  expect(answers).toHaveLength(200)
  expect(answers.filter((answer) => answer === 'invitation_full')).toHaveLength(150)
  expect(await expectAgreement()).toBe(50)
}, 240_000)

test('invariant 4: what was acknowledged survives kill -9, and nothing is half done, 20 times', async () => {
  const { attempts } = await makeGroup(1_000_000, 800)
  const acknowledged: string[] = []
  for (let round = 0; round < 20; round++) {
    const running = startProcess(attempts.slice(round * 40, round * 40 + 40))
    // Killed after a number of answers that differs from round to round: before, among and after the commits.
    await new Promise<void>((resolve) => {
      running.child.stdout?.on('data', () => running.answers.size >= round * 2 && resolve())
      running.child.once('close', () => resolve())
    })
    running.child.kill('SIGKILL')
    await running.ended
    acknowledged.push(...running.answers.values())
  }
  const kept = new Set(
    (await world.deps.database.query.select().from(schema.redemptions)).map(({ id }) => id),
  )
  expect(acknowledged.length).toBeGreaterThan(200)
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
  expect(await expectAgreement()).toBeLessThanOrEqual(800)
}, 240_000)
