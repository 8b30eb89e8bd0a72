import { hashOfCode } from '@usher/domain'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import { redeemInvitation } from '../redemptions/redeem.ts'
import { createWorld } from '../testing/index.ts'
import { revealInvitationCode } from './reveal-code.ts'
import { updateInvitation } from './update.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let website: { id: string }
let owner: { id: string }
beforeEach(async () => {
  world = await createWorld()
  website = await world.make.website({ timeZone: 'Europe/Berlin' })
  owner = await world.make.staffUser()
})
afterEach(() => world.remove())

const update = (input: Record<string, unknown>, actor: Actor = world.operator) =>
  updateInvitation({ deps: world.deps, actor, input })
const make = (row: Parameters<typeof world.make.invitation>[0]) =>
  world.make.invitation({ websiteId: website.id, ownerId: owner.id, ...row })
const rows = async (query: string) => (await world.deps.database.client.execute(query)).rows

async function redeem(code: string) {
  const user = await world.make.invitee()
  const redeemer = { userId: user.id, name: user.name, ipAddress: null, userAgent: null }
  return redeemInvitation({ deps: world.deps, redeemer, input: { code } })
}

describe('every attribute can be changed', () => {
  test('each change is answered, stored and on record with what it was before', async () => {
    const [jane, john] = [await world.make.contact(), await world.make.contact()]
    const [partner, buyer] = [await world.make.webRole(website.id), await world.make.webRole(website.id)]
    const [account, workflow] = [await world.make.account(), await world.make.workflow()]
    const other = await world.make.staffUser({ role: 'admin' })
    const { id } = await make({ name: 'Old', type: 'group', contacts: [jane], webRoles: [partner] })

    const change = {
      name: 'New',
      ownerId: other.id,
      inviterContactId: jane.id,
      assignToAccountId: account.id,
      redemptionWorkflowId: workflow.id,
      maximumRedemptions: 20,
      redeemableBy: 'domains',
      emailDomains: ['contoso.com'],
      invitedContactIds: [john.id],
      webRoleIds: [buyer.id],
      message: 'Do come.\n\nWe look forward to it.',
    }
    const result = await update({ id, ...change, expiresAt: '2027-03-31' })
    expect(result).toMatchObject({
      ok: true,
      value: { ...change, expiresAt: new Date('2027-03-31T22:00:00Z'), seatsLeft: 20 },
    })
    const [audit] = await rows("select before, after from audit_events where action = 'invitation.updated'")
    expect(JSON.parse(String(audit?.before))).toMatchObject({
      name: 'Old',
      invitedContactIds: [jane.id],
      webRoleIds: [partner.id],
    })
    expect(JSON.parse(String(audit?.after))).toMatchObject({
      ...change,
      expiresAt: '2027-03-31T22:00:00.000Z',
    })
  })

  test('what is not given stays as it is, and an empty change leaves no trace', async () => {
    const { id } = await make({ name: 'Stays', type: 'group', message: 'Hello', maximumRedemptions: 5 })
    expect(await update({ id })).toMatchObject({ ok: true, value: { name: 'Stays', message: 'Hello' } })
    expect(await update({ id, name: 'Stays', maximumRedemptions: 5 })).toMatchObject({ ok: true })
    expect(await rows('select 1 from audit_events')).toHaveLength(0)
  })

  test('an invited contact who is added has a line on their timeline, one who stays has no second', async () => {
    const [jane, john] = [await world.make.contact(), await world.make.contact()]
    const { id } = await make({ type: 'group', contacts: [jane] })
    await update({ id, invitedContactIds: [jane.id, john.id] })
    expect(await rows('select contact_id from activities')).toEqual([
      expect.objectContaining({ contact_id: john.id }),
    ])
  })

  test('the type is fixed', async () => {
    const { id } = await make({ type: 'group' })
    expect(await update({ id, type: 'single' })).toMatchObject({
      refusal: 'invalid_request',
      errors: [{ path: 'type' }],
    })
  })

  test('a rule that is no longer by domains drops its domains', async () => {
    const { id } = await make({ type: 'group', redeemableBy: 'domains', emailDomains: ['contoso.com'] })
    expect(await update({ id, redeemableBy: 'anyone' })).toMatchObject({ value: { emailDomains: [] } })
  })

  test.each([
    ['two contacts for a Single', { type: 'single' }, { invitedContactIds: ['a', 'b'] }, 'invitedContactIds'],
    ['no contact for a Single', { type: 'single' }, { invitedContactIds: [] }, 'invitedContactIds'],
    ['more seats for a Single', { type: 'single' }, { maximumRedemptions: 2 }, 'maximumRedemptions'],
    ['a chosen code for a Single', { type: 'single' }, { code: 'SPRING-2027' }, 'code'],
    [
      'nobody left who may redeem',
      { type: 'group' },
      { redeemableBy: 'invited', invitedContactIds: [] },
      'invitedContactIds',
    ],
    [
      'a contact who is not there',
      { type: 'group' },
      { invitedContactIds: ['nobody'] },
      'invitedContactIds.0',
    ],
  ] as const)('refused by field: %s', async (_, row, change, path) => {
    const contact = await world.make.contact()
    const { id } = await make({ ...row, contacts: [contact] })
    expect(await update({ id, ...change })).toMatchObject({ refusal: 'invalid_request', errors: [{ path }] })
  })

  test('an unknown invitation is not found', async () => {
    expect(await update({ id: 'nothing', name: 'Ghost' })).toMatchObject({ refusal: 'not_found' })
  })
})

describe('seats', () => {
  test('the maximum never goes below the redemptions', async () => {
    const invitation = await make({ type: 'group', maximumRedemptions: 5 })
    for (let count = 0; count < 3; count++) expect(await redeem(invitation.code)).toMatchObject({ ok: true })
    expect(await update({ id: invitation.id, maximumRedemptions: 2 })).toMatchObject({
      refusal: 'conflict',
      errors: [{ path: 'maximumRedemptions' }],
    })
    expect(await update({ id: invitation.id, maximumRedemptions: 3 })).toMatchObject({
      value: { status: 'redeemed', seatsLeft: 0 },
    })
    expect(await redeem(invitation.code)).toMatchObject({ refusal: 'invitation_full' })
    expect(await update({ id: invitation.id, maximumRedemptions: null })).toMatchObject({
      value: { seatsLeft: null },
    })
    expect(await redeem(invitation.code)).toMatchObject({ ok: true })
  })
})

describe('the code', () => {
  test('a new code opens the invitation, the old one no longer does, and neither is in the record', async () => {
    const invitation = await make({ type: 'group' })
    expect(await update({ id: invitation.id, code: null })).toMatchObject({ ok: true })
    expect(await redeem(invitation.code)).toMatchObject({ refusal: 'invitation_unknown' })
    const revealed = await revealInvitationCode({
      deps: world.deps,
      actor: world.operator,
      input: { id: invitation.id },
    })
    if (!revealed.ok) throw new Error(revealed.refusal)
    expect(await redeem(revealed.value.code)).toMatchObject({ ok: true })
    const records = JSON.stringify([
      await rows('select * from audit_events'),
      await rows('select * from activities'),
    ])
    expect(records).not.toContain(revealed.value.code.replaceAll('-', ''))
    expect(records).not.toContain(revealed.value.code)
    expect(records).not.toContain(await hashOfCode(world.deps.keys, invitation.code))
  })

  test('a Group may have a code of its own, unless another has it', async () => {
    const [one, two] = [await make({ type: 'group' }), await make({ type: 'group' })]
    expect(await update({ id: one.id, code: 'spring 2027' })).toMatchObject({ value: { codeKind: 'chosen' } })
    expect(await update({ id: one.id, code: 'SPRING-2027' })).toMatchObject({ ok: true })
    expect(await update({ id: two.id, code: 'Spring-2027' })).toMatchObject({
      refusal: 'conflict',
      errors: [{ path: 'code' }],
    })
    expect(await redeem('SPRING-2027')).toMatchObject({ ok: true, value: { invitationId: one.id } })
  })

  test('once every seat is taken a new code is of no use, but it may come with more seats', async () => {
    const invitation = await make({ type: 'group', maximumRedemptions: 1 })
    await redeem(invitation.code)
    expect(await update({ id: invitation.id, code: null })).toMatchObject({
      refusal: 'conflict',
      errors: [{ path: 'code' }],
    })
    expect(await update({ id: invitation.id, code: null, maximumRedemptions: 2 })).toMatchObject({ ok: true })
  })
})

describe('the website', () => {
  test('can change while nobody has a link, together with the web roles', async () => {
    const elsewhere = await world.make.website()
    const [here, there] = [await world.make.webRole(website.id), await world.make.webRole(elsewhere.id)]
    const { id } = await make({ type: 'group', webRoles: [here] })
    expect(await update({ id, websiteId: elsewhere.id })).toMatchObject({
      errors: [{ path: 'webRoleIds.0' }],
    })
    expect(await update({ id, websiteId: elsewhere.id, webRoleIds: [there.id] })).toMatchObject({
      value: { websiteId: elsewhere.id, webRoleIds: [there.id] },
    })
    const sent = await make({ type: 'group', sentAt: world.deps.now() })
    expect(await update({ id: sent.id, websiteId: elsewhere.id })).toMatchObject({
      refusal: 'conflict',
      errors: [{ path: 'websiteId' }],
    })
  })
})

describe('granting', () => {
  const inviterWith = async (webRoleIds: string[]): Promise<Extract<Actor, { kind: 'staff' }>> => {
    const { id, name } = await world.make.staffUser({ role: 'inviter' })
    return { kind: 'staff', id, name, role: 'inviter', grantableWebRoleIds: webRoleIds, ipAddress: null }
  }

  test('nobody adds a web role they may not grant', async () => {
    const [allowed, forbidden] = [await world.make.webRole(website.id), await world.make.webRole(website.id)]
    const inviter = await inviterWith([allowed.id])
    const { id } = await make({ type: 'group', webRoles: [allowed] })
    expect(await update({ id, webRoleIds: [allowed.id, forbidden.id] }, inviter)).toMatchObject({
      refusal: 'forbidden',
    })
    expect(await update({ id, webRoleIds: [allowed.id] }, inviter)).toMatchObject({ ok: true })
  })

  test('nobody turns an invitation to themselves that gives more than they may grant', async () => {
    const forbidden = await world.make.webRole(website.id)
    const [friend, inviter] = [await world.make.contact(), await inviterWith([])]
    const { id } = await make({
      type: 'group',
      webRoles: [forbidden],
      redeemableBy: 'invited',
      contacts: [await world.make.contact()],
    })
    for (const change of [
      { invitedContactIds: [friend.id] },
      { redeemableBy: 'anyone' },
      { code: null },
      { ownerId: inviter.id },
    ]) {
      expect(await update({ id, ...change }, inviter)).toMatchObject({ refusal: 'forbidden' })
    }
    expect(await update({ id, webRoleIds: [], redeemableBy: 'anyone' }, inviter)).toMatchObject({ ok: true })
  })

  test('each web role keeps who put it there; naming another owner does not widen what is granted', async () => {
    const [allowed, other] = [await world.make.webRole(website.id), await world.make.webRole(website.id)]
    const inviter = await inviterWith([allowed.id, other.id])
    await world.deps.database.client.execute({
      sql: 'insert into staff_grantable_web_roles (staff_user_id, web_role_id) values (?, ?)',
      args: [inviter.id, allowed.id],
    })
    const invitation = await make({ type: 'group', webRoles: [allowed], addedById: owner.id })
    await update({ id: invitation.id, webRoleIds: [allowed.id, other.id], ownerId: owner.id }, inviter)
    const added = await rows('select web_role_id, added_by_id from invitation_web_roles')
    expect(Object.fromEntries(added.map((row) => [row.web_role_id, row.added_by_id]))).toEqual({
      [allowed.id]: owner.id,
      [other.id]: inviter.id,
    })

    // The right to grant the other role was taken from the inviter meanwhile: it is not in their row.
    const redemption = await redeem(invitation.code)
    expect(redemption).toMatchObject({ ok: true, value: { webRoles: [{ id: allowed.id }] } })
    expect(redemption.ok && redemption.value.webRoles).toHaveLength(1)
  })

  test('a viewer changes nothing', async () => {
    const viewer: Actor = {
      kind: 'staff',
      id: 'viewer',
      name: 'V',
      role: 'viewer',
      grantableWebRoleIds: [],
      ipAddress: null,
    }
    const { id } = await make({ type: 'group' })
    expect(await update({ id, name: 'Mine' }, viewer)).toMatchObject({ refusal: 'forbidden' })
  })
})

test('Of two changes that were made from the same page, both hold or the second is a conflict', async () => {
  const jane = await world.make.contact()
  const { id } = await make({ type: 'group', contacts: [jane], redeemableBy: 'anyone' })
  const both = await Promise.all([
    update({ id, redeemableBy: 'invited' }),
    update({ id, invitedContactIds: [] }),
  ])
  expect(both.filter((result) => result.ok)).toHaveLength(1)
  expect(both.find((result) => !result.ok)).toMatchObject({ refusal: 'conflict' })
})
