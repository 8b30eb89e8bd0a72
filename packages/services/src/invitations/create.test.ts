import { readCode } from '@usher/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import { createWorld } from '../testing/index.ts'
import { createInvitation, type NewInvitationInput } from './create.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let website: { id: string; baseUrl: string }
let owner: { id: string; name: string }

beforeEach(async () => {
  world = await createWorld()
  website = await world.make.website({ baseUrl: 'https://www.contoso.example/', timeZone: 'Europe/Berlin' })
  owner = await world.make.staffUser()
})
afterEach(() => world.remove())

const staff = (
  id: string,
  role: 'owner' | 'admin' | 'inviter' | 'viewer',
  grantableWebRoleIds: string[] = [],
): Actor => ({
  kind: 'staff',
  id,
  name: 'Sam',
  role,
  grantableWebRoleIds,
  ipAddress: null,
})

const create = (input: NewInvitationInput, actor: Actor = world.operator) =>
  createInvitation({ deps: world.deps, actor, input })

const rows = async (query: string) => (await world.deps.database.client.execute(query)).rows

async function created(input: NewInvitationInput, actor?: Actor) {
  const result = await create(input, actor)
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}

test('A Single invitation has one seat, for its contact, and shows its code and link once', async () => {
  const contact = await world.make.contact()
  const role = await world.make.webRole(website.id)
  const invitation = await created({
    name: 'Welcome',
    type: 'single',
    invitedContactIds: [contact.id],
    webRoleIds: [role.id],
  })

  expect(invitation).toMatchObject({
    name: 'Welcome',
    type: 'single',
    status: 'new',
    websiteId: website.id,
    ownerId: owner.id,
    maximumRedemptions: 1,
    redemptionCount: 0,
    seatsLeft: 1,
    isExpired: false,
    redeemableBy: 'invited',
    expiresAt: null,
    invitedContactIds: [contact.id],
    webRoleIds: [role.id],
  })
  expect(invitation.code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/)
  expect(await readCode(world.deps.keys, invitation.code)).toMatchObject({ kind: 'generated' })
  expect(invitation.redemptionUrl).toBe(`https://www.contoso.example/i/${invitation.code}`)
})

test('The code is nowhere in the database in clear', async () => {
  const contact = await world.make.contact()
  const { code } = await created({ name: 'Welcome', type: 'single', invitedContactIds: [contact.id] })
  const dump = JSON.stringify([
    await rows('select * from invitations'),
    await rows('select * from activities'),
    await rows('select * from audit_events'),
  ])
  expect(dump).not.toContain(code)
  expect(dump).not.toContain(code.replaceAll('-', ''))
})

test('A Group invitation is for anyone with the code, without a limit, unless told otherwise', async () => {
  expect(await created({ name: 'Partners', type: 'group' })).toMatchObject({
    maximumRedemptions: null,
    seatsLeft: null,
    redeemableBy: 'anyone',
  })
  expect(
    await created({
      name: 'Contoso only',
      type: 'group',
      maximumRedemptions: 50,
      redeemableBy: 'domains',
      emailDomains: ['Contoso.com', 'contoso.com'],
    }),
  ).toMatchObject({
    maximumRedemptions: 50,
    seatsLeft: 50,
    redeemableBy: 'domains',
    emailDomains: ['contoso.com'],
  })
})

test('One line on each timeline and one audit row are written with it', async () => {
  const [jane, john] = [await world.make.contact(), await world.make.contact()]
  const single = await created({ name: 'One', type: 'single', invitedContactIds: [jane.id] })
  const group = await created({ name: 'Many', type: 'group', invitedContactIds: [jane.id, john.id] })
  const lines = await rows('select contact_id, invitation_id, type, subject from activities order by id')
  expect(lines).toHaveLength(4)
  expect(lines[0]).toMatchObject({
    contact_id: jane.id,
    invitation_id: single.id,
    subject: 'Invitation created: One',
  })
  expect(lines.slice(1).map((line) => [line.contact_id, line.invitation_id])).toEqual([
    [null, group.id],
    [jane.id, null],
    [john.id, null],
  ])
  const audits = await rows('select action, entity_id, actor_kind from audit_events order by id')
  expect(audits).toEqual([
    expect.objectContaining({
      action: 'invitation.created',
      entity_id: single.id,
      actor_kind: 'command_line',
    }),
    expect.objectContaining({
      action: 'invitation.created',
      entity_id: group.id,
      actor_kind: 'command_line',
    }),
  ])
})

test('An expiry that is a date lasts to the end of that day in the time zone of the website', async () => {
  const invitation = await created({ name: 'Spring', type: 'group', expiresAt: '2027-03-31' })
  expect(invitation.expiresAt?.toISOString()).toBe('2027-03-31T22:00:00.000Z')
})

test('What is created with an expiry in the past is refused', async () => {
  expect(await create({ name: 'Late', type: 'group', expiresAt: '2027-01-14' })).toMatchObject({
    refusal: 'invalid_request',
    errors: [{ path: 'expiresAt' }],
  })
})

test.each<[string, Partial<NewInvitationInput>, string]>([
  ['a Single without a contact', { type: 'single' }, 'invitedContactIds'],
  ['a Single with two contacts', { type: 'single', invitedContactIds: ['a', 'b'] }, 'invitedContactIds'],
  [
    'a Single with two seats',
    { type: 'single', invitedContactIds: ['a'], maximumRedemptions: 2 },
    'maximumRedemptions',
  ],
  [
    'a Single without a limit',
    { type: 'single', invitedContactIds: ['a'], maximumRedemptions: null },
    'maximumRedemptions',
  ],
  [
    'a Single with a code of its own',
    { type: 'single', invitedContactIds: ['a'], code: 'SPRING-2027' },
    'code',
  ],
  ['a Group with no seat', { maximumRedemptions: 0 }, 'maximumRedemptions'],
  ['a Group with half a seat', { maximumRedemptions: 1.5 }, 'maximumRedemptions'],
  ['a Group for invited contacts without one', { redeemableBy: 'invited' }, 'invitedContactIds'],
  ['domains that are not named', { redeemableBy: 'domains' }, 'emailDomains'],
  ['domains that would not count', { emailDomains: ['contoso.com'] }, 'emailDomains'],
  [
    'an address for a domain',
    { redeemableBy: 'domains', emailDomains: ['jane@contoso.com'] },
    'emailDomains.0',
  ],
  ['a code like a generated one', { code: 'ABCDEFGHJKMNPQRSTVWX' }, 'code'],
  ['a code that is too short', { code: 'SHORT' }, 'code'],
  ['an unknown contact', { invitedContactIds: ['nobody'] }, 'invitedContactIds.0'],
  ['an unknown owner', { ownerId: 'nobody' }, 'ownerId'],
  ['an unknown inviter', { inviterContactId: 'nobody' }, 'inviterContactId'],
  ['an unknown account', { assignToAccountId: 'nowhere' }, 'assignToAccountId'],
  ['an unknown website', { websiteId: 'nowhere' }, 'websiteId'],
  ['an unknown web role', { webRoleIds: ['none'] }, 'webRoleIds.0'],
  ['an unknown workflow', { redemptionWorkflowId: 'none' }, 'redemptionWorkflowId'],
  ['an expiry that is no day', { expiresAt: '2027-02-30' }, 'expiresAt'],
  ['a name of two lines', { name: 'One\r\nBcc: everyone' }, 'name'],
  ['an empty name', { name: '  ' }, 'name'],
])('Refuses by field: %s', async (_, input, path) => {
  expect(await create({ name: 'Partners', type: 'group', ...input })).toMatchObject({
    ok: false,
    refusal: 'invalid_request',
    errors: [{ path }],
  })
  expect(await rows('select 1 from invitations')).toHaveLength(0)
})

test('Unknown fields are refused by name', async () => {
  const input = { name: 'Partners', type: 'group', redemptionCount: 7 } as NewInvitationInput
  expect(await create(input)).toMatchObject({
    refusal: 'invalid_request',
    errors: [{ path: 'redemptionCount' }],
  })
})

test('With several websites one must be chosen, and web roles must be of that one', async () => {
  const other = await world.make.website()
  const role = await world.make.webRole(website.id)
  expect(await create({ name: 'Where', type: 'group' })).toMatchObject({ errors: [{ path: 'websiteId' }] })
  expect(
    await create({ name: 'Where', type: 'group', websiteId: other.id, webRoleIds: [role.id] }),
  ).toMatchObject({
    refusal: 'invalid_request',
    errors: [{ path: 'webRoleIds.0' }],
  })
  expect(
    await created({ name: 'Where', type: 'group', websiteId: website.id, webRoleIds: [role.id] }),
  ).toBeTruthy()
})

test('A workflow must be activated and start on redemption', async () => {
  const workflow = await world.make.workflow()
  expect(await created({ name: 'Greet', type: 'group', redemptionWorkflowId: workflow.id })).toMatchObject({
    redemptionWorkflowId: workflow.id,
  })
  for (const change of ["status = 'deactivated'", "status = 'activated', trigger = 'send'"]) {
    await world.deps.database.client.execute(`update workflows set ${change}`)
    expect(await create({ name: 'Greet', type: 'group', redemptionWorkflowId: workflow.id })).toMatchObject({
      errors: [{ path: 'redemptionWorkflowId' }],
    })
  }
})

test('A chosen code that is taken is a conflict, in any spelling, and two at once get one', async () => {
  const both = await Promise.all([
    create({ name: 'One', type: 'group', code: 'Spring Partners 2027' }),
    create({ name: 'Two', type: 'group', code: 'spring-partners-2027' }),
  ])
  expect(both.filter((result) => result.ok)).toHaveLength(1)
  expect(both.find((result) => !result.ok)).toMatchObject({ refusal: 'conflict', errors: [{ path: 'code' }] })
  expect(both.find((result) => result.ok)).toMatchObject({
    value: {
      code: 'SPRING-PARTNERS-2027',
      redemptionUrl: 'https://www.contoso.example/i/SPRING-PARTNERS-2027',
    },
  })
})

test('A viewer may not create', async () => {
  const viewer = await world.make.staffUser({ role: 'viewer' })
  expect(await create({ name: 'No', type: 'group' }, staff(viewer.id, 'viewer'))).toMatchObject({
    refusal: 'forbidden',
  })
})

test('Nobody grants what they may not grant, whoever is named as the owner', async () => {
  const inviter = await world.make.staffUser({ role: 'inviter' })
  const [allowed, forbidden] = [await world.make.webRole(website.id), await world.make.webRole(website.id)]
  const actor = staff(inviter.id, 'inviter', [allowed.id])
  const key: Actor = {
    kind: 'api_key',
    id: 'key',
    name: 'Key',
    staffUserId: inviter.id,
    role: 'inviter',
    grantableWebRoleIds: [allowed.id],
    ipAddress: null,
  }
  for (const who of [actor, key]) {
    const input = {
      name: 'Up',
      type: 'group',
      ownerId: owner.id,
      webRoleIds: [allowed.id, forbidden.id],
    } as const
    expect(await create({ ...input, webRoleIds: [...input.webRoleIds] }, who)).toMatchObject({
      refusal: 'forbidden',
    })
  }
  expect(await rows('select 1 from invitations')).toHaveLength(0)

  await created({ name: 'Fine', type: 'group', ownerId: owner.id, webRoleIds: [allowed.id] }, actor)
  expect(await rows('select added_by_id from invitation_web_roles')).toEqual([
    expect.objectContaining({ added_by_id: inviter.id }),
  ])
})

test('The owner must be able to sign in', async () => {
  const gone = await world.make.staffUser({ role: 'admin', deactivatedAt: world.deps.now() })
  expect(await create({ name: 'Gone', type: 'group', ownerId: gone.id })).toMatchObject({
    errors: [{ path: 'ownerId' }],
  })
})
