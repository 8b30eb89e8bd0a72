import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorld } from '../testing/index.ts'
import { listRedemptions } from './list.ts'
import { redeemInvitation } from './redeem.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

test('a redemption is listed with who, what and what it granted; filters and pages hold', async () => {
  const website = await world.make.website()
  const webRole = await world.make.webRole(website.id, 'Partner')
  const invitation = await world.make.invitation({
    type: 'group',
    websiteId: website.id,
    webRoles: [webRole],
    name: 'Spring',
  })
  const names = ['Ada Lovelace', 'Grace Hopper', 'Alan Turing']
  for (const [index, name] of names.entries()) {
    world.moveTo(new Date(Date.UTC(2027, 0, 15, 10, index)))
    const user = await world.make.invitee({ name })
    const redeemer = { userId: user.id, name, ipAddress: '203.0.113.9', userAgent: null }
    await redeemInvitation({ deps: world.deps, redeemer, input: { code: invitation.code } })
  }
  const list = (input: object) => listRedemptions({ deps: world.deps, actor: world.operator, input })

  const first = await list({ limit: 2 })
  if (!first.ok) throw new Error(first.refusal)
  expect(first.value.items.map((item) => item.contactName)).toEqual(['Alan Turing', 'Grace Hopper'])
  expect(first.value.items[0]).toMatchObject({
    invitationName: 'Spring',
    webRoles: [{ id: webRole.id, name: 'Partner' }],
    ipAddress: '203.0.113.9',
    account: null,
    undoneAt: null,
  })
  expect(first.value.totalCount).toBe(3)
  const second = await list({ limit: 2, cursor: first.value.nextCursor })
  expect(second).toMatchObject({ value: { items: [{ contactName: 'Ada Lovelace' }], nextCursor: null } })
  expect(await list({ search: 'hopper' })).toMatchObject({
    value: { items: [{ contactName: 'Grace Hopper' }], totalCount: 1 },
  })
  expect(await list({ invitationId: world.deps.newId() })).toMatchObject({
    value: { items: [], totalCount: 0 },
  })
})
