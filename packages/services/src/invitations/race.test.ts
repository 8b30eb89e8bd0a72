import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorld } from '../testing/index.ts'
import { deactivateInvitation } from './deactivate.ts'
import { updateInvitation } from './update.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld({ now: new Date() })
})
afterEach(() => world.remove())

const script = fileURLToPath(new URL('../testing/redeeming-process.ts', import.meta.url))

/** Another process in which everybody redeems at once; `onAnswer` hears each answer as it is given. */
async function redeemElsewhere(
  attempts: { userId: string; code: string }[],
  onAnswer: (answer: string) => void,
) {
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onAnswer(line.split(' ')[1] ?? '')
  })
  child.stdin.end(`${JSON.stringify({ url: world.url, attempts })}\n`)
  await new Promise((resolve) => child.once('close', resolve))
}

async function makePeople(count: number, code: string) {
  const attempts: { userId: string; code: string }[] = []
  for (let index = 0; index < count; index++) attempts.push({ userId: (await world.make.invitee()).id, code })
  return attempts
}

const isRedeemed = (answer: string) => /^[0-9a-f-]{36}$/.test(answer)
const countRedemptions = async () =>
  Number((await world.deps.database.client.execute('select count(*) as n from redemptions')).rows[0]?.n)

test('Deactivate while people redeem: after it returned no redemption succeeds', async () => {
  const invitation = await world.make.invitation({ type: 'group' })
  const attempts = await makePeople(400, invitation.code)
  const answers: string[] = []
  let start = () => {}
  const started = new Promise<void>((resolve) => (start = resolve))
  const redeeming = Promise.all(
    [attempts.slice(0, 200), attempts.slice(200)].map((half) =>
      redeemElsewhere(half, (answer) => {
        answers.push(answer)
        start()
      }),
    ),
  )
  await started
  await deactivateInvitation({ deps: world.deps, actor: world.operator, input: { id: invitation.id } })
  const before = await countRedemptions()
  await redeeming
  expect(await countRedemptions()).toBe(before)
  expect(answers).toHaveLength(400)
  expect(answers.filter(isRedeemed)).toHaveLength(before)
})

test('Lower the maximum while people redeem: never more redemptions than the maximum', async () => {
  const invitation = await world.make.invitation({ type: 'group', maximumRedemptions: 300 })
  const attempts = await makePeople(300, invitation.code)
  let start = () => {}
  const started = new Promise<void>((resolve) => (start = resolve))
  const redeeming = redeemElsewhere(attempts, () => start())
  await started
  let maximum = await countRedemptions()
  let result
  do {
    maximum += 2
    result = await updateInvitation({
      deps: world.deps,
      actor: world.operator,
      input: { id: invitation.id, maximumRedemptions: Math.min(300, maximum) },
    })
  } while (!result.ok && result.refusal === 'conflict')
  expect(result).toMatchObject({ ok: true })
  await redeeming
  expect(await countRedemptions()).toBe(Math.min(300, maximum))
})
