import { schema } from '@usher/database'
import { type HranaServer, startHranaServer } from '@usher/database/testing'
import { connect } from '@usher/database/web'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Deps } from '../deps.ts'
import { createWorld } from '../testing/index.ts'
import { previewInvitation } from './preview.ts'
import { redeemInvitation } from './redeem.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let server: HranaServer
/** The same house, its database reached over HTTP by libSQL's web client. */
let deps: Deps
beforeEach(async () => {
  world = await createWorld()
  server = await startHranaServer(world.url.slice('file:'.length))
  deps = { ...world.deps, database: connect({ url: server.url }) }
  // The client's first request asks which protocol the server speaks; it is not what is counted here.
  await deps.database.client.execute('SELECT 1')
})
afterEach(async () => {
  deps.database.close()
  await server.close()
  await world.remove()
})

const redeem = (user: { id: string; name: string }, code: string) =>
  redeemInvitation({
    deps,
    redeemer: { userId: user.id, name: user.name, ipAddress: null, userAgent: null },
    input: { code },
  })

async function requestsDuring(run: () => Promise<unknown>): Promise<number> {
  const before = server.requestCount()
  await run()
  return server.requestCount() - before
}

describe('requests at the wire', () => {
  test('a signed-in redemption is one, a preview is one, a junk code is none', async () => {
    const contact = await world.make.contact()
    const invitation = await world.make.invitation({ contacts: [contact] })
    const user = await world.make.invitee({ email: contact.email ?? '' })

    expect(await requestsDuring(() => previewInvitation({ deps, input: { code: invitation.code } }))).toBe(1)
    let answer: unknown
    expect(await requestsDuring(async () => (answer = await redeem(user, invitation.code)))).toBe(1)
    expect(answer).toMatchObject({ ok: true, value: { contactId: contact.id, isRepeat: false } })

    const mistyped = invitation.code.slice(0, -1) + (invitation.code.endsWith('A') ? 'B' : 'A')
    expect(await requestsDuring(() => redeem(user, mistyped))).toBe(0)
    expect(await requestsDuring(() => previewInvitation({ deps, input: { code: mistyped } }))).toBe(0)
  })

  test('thirty who come together go in few transactions, and seven seats stay seven', async () => {
    const invitation = await world.make.invitation({ type: 'group', maximumRedemptions: 7 })
    const people = []
    for (let index = 0; index < 30; index++) people.push(await world.make.invitee())
    const answers = await Promise.all(people.map((user) => redeem(user, invitation.code)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(7)
    expect(await world.deps.database.query.select().from(schema.redemptions)).toHaveLength(7)
    // 23 refusals are explained by a read each; the claims themselves are at most three batches.
    expect(server.requestCount()).toBeLessThanOrEqual(1 + 23 + 3)
  })
})

test('the answer was lost after the commit: who asks again gets the same redemption', async () => {
  const invitation = await world.make.invitation({ type: 'group', maximumRedemptions: 1 })
  const user = await world.make.invitee()
  server.loseNextAnswer()
  await expect(redeem(user, invitation.code)).rejects.toMatchObject({ name: 'DatabaseUnavailableError' })
  const [kept] = await world.deps.database.query.select().from(schema.redemptions)
  expect(await redeem(user, invitation.code)).toMatchObject({
    ok: true,
    value: { id: kept?.id, isRepeat: true },
  })
})
