import { findMe, schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import { redeemInvitation } from '../redemptions/redeem.ts'
import { createWorld, staffActor, valued } from '../testing/index.ts'
import { createGrant } from './create.ts'
import { listGrants } from './list.ts'
import { revokeGrant } from './revoke.ts'
import { updateGrant } from './update.ts'

const day = 24 * 60 * 60 * 1000
let world: Awaited<ReturnType<typeof createWorld>>
let owner: Actor
let at: Awaited<ReturnType<typeof makePlace>>
beforeEach(async () => {
  world = await createWorld()
  const { id, name } = await world.make.staffUser()
  owner = { kind: 'staff', id, name, role: 'owner', grantableWebRoleIds: [], ipAddress: null }
  at = await makePlace()
})
afterEach(() => world.remove())

async function makePlace() {
  const website = await world.make.website()
  const contact = await world.make.contact({ email: 'jane@contoso.example' })
  const user = await world.make.invitee({ email: 'jane@contoso.example', contactId: contact.id })
  return { website, contact, user, partner: await world.make.webRole(website.id, 'Partner') }
}

const give = (input: object = {}, actor = owner) =>
  createGrant({
    deps: world.deps,
    actor,
    input: { contactId: at.contact.id, webRoleId: at.partner.id, ...input },
  })
const rolesNow = async () =>
  (await findMe(world.deps.database, at.user.id, world.deps.now()))?.webRoles.map(({ name }) => name)
const redeem = (code: string) =>
  redeemInvitation({
    deps: world.deps,
    redeemer: { userId: at.user.id, name: 'Jane', ipAddress: null, userAgent: null },
    input: { code },
  })
async function invitationThatEnds(end?: { grantEndsAt?: Date; grantLastsDays?: number }) {
  const invitation = await world.make.invitation({
    websiteId: at.website.id,
    contacts: [at.contact],
    webRoles: [at.partner],
  })
  const { database } = world.deps
  if (end) await database.write([database.query.update(schema.invitationWebRoles).set(end)])
  return invitation
}

test('access that was given until a day ends by itself at the end of that day on the website’s clock', async () => {
  const grant = valued(await give({ endsAt: '2027-02-01' }))
  expect(grant.endsAt).toEqual(new Date('2027-02-01T23:00:00Z'))
  expect(await rolesNow()).toEqual(['Partner'])
  world.moveTo(new Date('2027-02-01T22:59:59Z'))
  expect(await rolesNow()).toEqual(['Partner'])
  world.moveTo(new Date('2027-02-01T23:00:00Z'))
  expect(await rolesNow()).toEqual([])
  const listed = valued(await listGrants({ deps: world.deps, actor: owner, input: { state: 'ended' } }))
  expect(listed.items).toMatchObject([{ state: 'ended', redemption: null, grantedBy: { name: owner.name } }])
})

test('an invitation whose roles last thirty days gives them for thirty days from the redemption on', async () => {
  const invitation = await invitationThatEnds({ grantLastsDays: 30 })
  const redeemed = valued(await redeem(invitation.code))
  const [grant] = await world.deps.database.query.select().from(schema.grants)
  expect(grant?.endsAt).toEqual(new Date((grant?.grantedAt.getTime() ?? 0) + 30 * day))
  expect(await rolesNow()).toEqual(['Partner'])
  world.moveTo(new Date(redeemed.redeemedAt.getTime() + 30 * day + 1000))
  expect(await rolesNow()).toEqual([])
  expect(valued(await redeem(invitation.code))).toMatchObject({ isRepeat: true, webRoles: [] })
})

test('what an invitation gives until a day that has passed is not given any more', async () => {
  const invitation = await invitationThatEnds({ grantEndsAt: new Date(world.deps.now().getTime() - 1000) })
  expect(valued(await redeem(invitation.code)).webRoles).toEqual([])
  expect(await world.deps.database.query.select().from(schema.grants)).toEqual([])
})

test('a grant is taken back alone: what a redemption gave of the same role stays', async () => {
  valued(await redeem((await invitationThatEnds()).code))
  const byHand = valued(await give())
  const revoked = valued(await revokeGrant({ deps: world.deps, actor: owner, input: { id: byHand.id } }))
  expect(revoked).toMatchObject({ state: 'revoked', revokedBy: { name: owner.name } })
  expect(await rolesNow()).toEqual(['Partner'])
  const call = { deps: world.deps, actor: owner, input: { id: byHand.id } }
  expect(await revokeGrant(call)).toMatchObject({ refusal: 'conflict' })
  expect(await updateGrant({ ...call, input: { id: byHand.id, endsAt: null } })).toMatchObject({
    refusal: 'conflict',
  })
  valued(await give())
})

test('the end of access can be moved and lifted, never into the past', async () => {
  const { id } = valued(await give({ endsAt: '2027-02-01' }))
  const move = (endsAt: unknown, actor = owner) =>
    updateGrant({ deps: world.deps, actor, input: { id, endsAt } })
  expect(valued(await move('2027-03-01T12:00')).endsAt).toEqual(new Date('2027-03-01T11:00:00Z'))
  expect(await move('2026-12-31')).toMatchObject({ errors: [{ path: 'endsAt' }] })
  expect(valued(await move('')).endsAt).toBeNull()
})

test('nobody gives, prolongs or takes back by hand what they may not grant', async () => {
  const { id } = valued(await give({ endsAt: '2027-02-01' }))
  const other = await world.make.contact()
  for (const actor of [staffActor('inviter', ['another role']), staffActor('viewer', [at.partner.id])]) {
    const call = { deps: world.deps, actor }
    expect(await give({ contactId: other.id }, actor)).toMatchObject({ refusal: 'forbidden' })
    expect(await updateGrant({ ...call, input: { id, endsAt: null } })).toMatchObject({
      refusal: 'forbidden',
    })
    expect(await revokeGrant({ ...call, input: { id } })).toMatchObject({ refusal: 'forbidden' })
  }
  expect(await rolesNow()).toEqual(['Partner'])
})

test.each([
  [{ contactId: 'nobody' }, 'contactId'],
  [{ webRoleId: 'none' }, 'webRoleId'],
  [{ webRoleId: '' }, 'webRoleId'],
  [{ endsAt: '2020-01-01' }, 'endsAt'],
  [{ endsAt: 'soon' }, 'endsAt'],
])('%j is refused, naming %s', async (input, path) => {
  expect(await give(input)).toMatchObject({ refusal: 'invalid_request', errors: [{ path }] })
})

test('giving the same role by hand twice is a conflict, also when both ask at once', async () => {
  const both = await Promise.all([give(), give()])
  expect(both.filter((result) => result.ok)).toHaveLength(1)
  expect(both.find((result) => !result.ok)).toMatchObject({
    refusal: 'conflict',
    errors: [{ path: 'webRoleId' }],
  })
})
