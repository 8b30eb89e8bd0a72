import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import { redeemInvitation } from '../redemptions/redeem.ts'
import { createWorld } from '../testing/index.ts'
import { activateInvitation } from './activate.ts'
import { deactivateInvitation } from './deactivate.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

const activate = (id: string, actor: Actor = world.operator) =>
  activateInvitation({ deps: world.deps, actor, input: { id } })
const deactivate = (id: string, actor: Actor = world.operator) =>
  deactivateInvitation({ deps: world.deps, actor, input: { id } })
const rows = async (query: string) => (await world.deps.database.client.execute(query)).rows
const inviter: Actor = {
  kind: 'staff',
  id: 'inviter',
  name: 'Ina',
  role: 'inviter',
  grantableWebRoleIds: [],
  ipAddress: null,
}

async function redeem(code: string) {
  const user = await world.make.invitee()
  const redeemer = { userId: user.id, name: user.name, ipAddress: null, userAgent: null }
  return redeemInvitation({ deps: world.deps, redeemer, input: { code } })
}

test('A deactivated invitation lets nobody in; activated again it does, with the status it had', async () => {
  const invitation = await world.make.invitation({ type: 'group', sentAt: world.deps.now() })
  expect(await deactivate(invitation.id)).toMatchObject({
    value: { status: 'inactive', deactivatedAt: world.deps.now() },
  })
  expect(await redeem(invitation.code)).toMatchObject({ refusal: 'invitation_inactive' })
  expect(await activate(invitation.id)).toMatchObject({ value: { status: 'sent', deactivatedAt: null } })
  expect(await redeem(invitation.code)).toMatchObject({ ok: true })
})

test('Twice is like once: one line on the timeline and one audit row for each', async () => {
  const { id } = await world.make.invitation({ type: 'group' })
  for (const change of [deactivate, deactivate, activate, activate])
    expect(await change(id)).toMatchObject({ ok: true })
  expect(await rows('select type from activities order by id')).toEqual([
    expect.objectContaining({ type: 'invitation_deactivated' }),
    expect.objectContaining({ type: 'invitation_activated' }),
  ])
  expect(await rows('select action from audit_events order by id')).toEqual([
    expect.objectContaining({ action: 'invitation.deactivated' }),
    expect.objectContaining({ action: 'invitation.activated' }),
  ])
})

test('An inviter may stop any invitation, but not bring back one that gives what they may not grant', async () => {
  const website = await world.make.website()
  const role = await world.make.webRole(website.id)
  const { id } = await world.make.invitation({ type: 'group', websiteId: website.id, webRoles: [role] })
  expect(await deactivate(id, inviter)).toMatchObject({ ok: true })
  expect(await activate(id, inviter)).toMatchObject({ refusal: 'forbidden' })
})

test('A viewer changes nothing, and what is not there is not found', async () => {
  const viewer = { ...inviter, role: 'viewer' } as const
  const { id } = await world.make.invitation({ type: 'group' })
  expect(await deactivate(id, viewer)).toMatchObject({ refusal: 'forbidden' })
  expect(await activate(id, viewer)).toMatchObject({ refusal: 'forbidden' })
  expect(await deactivate('nothing')).toMatchObject({ refusal: 'not_found' })
  expect(await activate('nothing')).toMatchObject({ refusal: 'not_found' })
})
