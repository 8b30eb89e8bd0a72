import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { createWorld } from '../testing/index.ts'

/**
 * `USHER_SOAK_CLAIMS` (1,000,000) claims raced by `USHER_SOAK_PROCESSES` (4) processes on one database file, for half as
 * many seats in all; stops early after `USHER_SOAK_SECONDS` (3600). Every person asks twice, in two processes. At the end
 * counter, redemptions, grants, activities, runs and jobs must agree, and no invitation may hold more than its seats.
 */
const number = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise)
const claims = number('USHER_SOAK_CLAIMS', 1_000_000)
const processes = number('USHER_SOAK_PROCESSES', 4)
const seconds = number('USHER_SOAK_SECONDS', 3600)
const peoplePerInvitation = 2000
const say = (line: string) => process.stdout.write(`${line}\n`)

const world = await createWorld({ now: new Date() })
const { client } = world.deps.database
const website = await world.make.website()
const webRole = await world.make.webRole(website.id)
const workflow = await world.make.workflow()
const script = fileURLToPath(new URL('./racer.ts', import.meta.url))

const racers = Array.from({ length: processes }, () => {
  const child = spawn(process.execPath, [script, world.url], { stdio: ['pipe', 'pipe', 'inherit'] })
  process.once('exit', () => child.kill())
  const answers: string[] = []
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    answers.push(...lines)
    if (lines.length > 0) child.emit('answered')
  })
  return { child, answers }
})

const startedAt = performance.now()
const elapsed = () => (performance.now() - startedAt) / 1000
const outcomes: Record<string, number> = {}
let raced = 0
while (raced < claims && elapsed() < seconds) {
  const people = Math.min(peoplePerInvitation, Math.ceil((claims - raced) / 2))
  raced += await raceOnce(people)
  say(`${raced} claims, ${Math.round(raced / elapsed())} a second`)
}
for (const { child } of racers) child.stdin.end()
await Promise.all(racers.map(({ child }) => child.exitCode ?? once(child, 'close')))
const isSound = await audit()
await world.remove()
process.exitCode = isSound ? 0 : 1

/** One Group with half as many seats as people; each asks in two processes at once. @returns how many claims were raced */
async function raceOnce(people: number): Promise<number> {
  const invitation = await world.make.invitation({
    type: 'group',
    maximumRedemptions: Math.max(1, Math.floor(people / 2)),
    websiteId: website.id,
    webRoles: [webRole],
    redemptionWorkflowId: workflow.id,
  })
  const ids = Array.from({ length: people }, () => world.deps.newId())
  await client.batch(
    [
      {
        sql: `INSERT INTO invitee_users (id, name, email, email_verified, created_at, updated_at)
          SELECT value, 'Racer', value || '@fabrikam.example', 1, 0, 0 FROM json_each(?1)`,
        args: [JSON.stringify(ids)],
      },
    ],
    'write',
  )
  await Promise.all(
    racers.map(async ({ child, answers }, index) => {
      // Neighbours share their people: every one is asked for by two processes.
      const own = ids.filter((_, at) => at % processes === index || (at + 1) % processes === index)
      child.stdin.write(`${JSON.stringify({ code: invitation.code, userIds: own })}\n`)
      while (answers.length === 0) await once(child, 'answered')
      for (const [outcome, count] of Object.entries(JSON.parse(answers.shift() ?? '{}') as typeof outcomes)) {
        outcomes[outcome] = (outcomes[outcome] ?? 0) + count
      }
    }),
  )
  return processes > 1 ? people * 2 : people
}

async function audit(): Promise<boolean> {
  const { rows } = await client.execute(`
    SELECT (SELECT count(*) FROM redemptions) AS redemptions,
      (SELECT sum(redemption_count) FROM invitations) AS counters,
      (SELECT count(*) FROM activities) AS activities, (SELECT count(*) FROM grants) AS grants,
      (SELECT count(*) FROM workflow_runs) AS runs, (SELECT count(*) FROM jobs) AS jobs,
      (SELECT count(DISTINCT contact_id) FROM redemptions) AS people,
      (SELECT sum(maximum_redemptions) FROM invitations) AS seats,
      (SELECT count(*) FROM invitations WHERE redemption_count > maximum_redemptions
        OR redemption_count <> (SELECT count(*) FROM redemptions WHERE invitation_id = invitations.id)) AS over`)
  const found = { ...rows[0] } as Record<string, number>
  const { redemptions = 0, seats = 0, over = 0 } = found
  const agree = ['counters', 'activities', 'grants', 'runs', 'jobs', 'people'].every(
    (name) => found[name] === redemptions,
  )
  const isSound = agree && over === 0 && redemptions === seats
  say(
    `\n${raced} claims by ${processes} processes in ${Math.round(elapsed())} s (${Math.round(raced / elapsed())} a second)`,
  )
  say(`  answers: ${JSON.stringify(outcomes)}`)
  say(`  records: ${JSON.stringify(found)}`)
  say(`  over-redemptions: ${over}; seats taken: ${redemptions} of ${seats}; ${isSound ? 'PASS' : 'MISS'}`)
  return isSound
}
