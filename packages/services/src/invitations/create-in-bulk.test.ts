import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import { createWorld } from '../testing/index.ts'
import { createInvitationsInBulk } from './create-in-bulk.ts'
import { revealInvitationCode } from './reveal-code.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let website: { id: string }
beforeEach(async () => {
  world = await createWorld()
  website = await world.make.website()
  await world.make.staffUser()
})
afterEach(() => world.remove())

const createAll = (input: unknown, actor: Actor = world.operator) =>
  createInvitationsInBulk({ deps: world.deps, actor, input })
const rows = async (query: string) => (await world.deps.database.client.execute(query)).rows

async function makeContacts(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => world.deps.newId())
  await world.deps.database.client.execute({
    sql: `insert into contacts (id, first_name, created_at, updated_at) select value, 'Jane', 0, 0 from json_each(?)`,
    args: [JSON.stringify(ids)],
  })
  return ids
}

test('One Single invitation a contact, each with its own code, web roles, lines and audit row', async () => {
  const role = await world.make.webRole(website.id)
  const contactIds = await makeContacts(600)
  const result = await createAll({
    contactIds: [...contactIds, contactIds[0]],
    template: { name: 'Spring', webRoleIds: [role.id], expiresAt: '2027-03-31' },
  })
  if (!result.ok) throw new Error(JSON.stringify(result))
  const { invitations } = result.value
  expect(invitations.map(({ contactId }) => contactId)).toEqual(contactIds)
  const [counts] = await rows(`select
    (select count(distinct code_hash) from invitations where type = 'single' and maximum_redemptions = 1) as codes,
    (select count(*) from invitation_recipients) as recipients,
    (select count(*) from invitation_web_roles) as roles,
    (select count(*) from activities where invitation_id is not null and contact_id is not null) as lines,
    (select count(distinct entity_id) from audit_events where action = 'invitation.created') as audits`)
  expect(counts).toMatchObject({ codes: 600, recipients: 600, roles: 600, lines: 600, audits: 600 })

  const last = invitations.at(-1)
  expect(JSON.stringify(result)).not.toMatch(/code/i)
  const revealed = await revealInvitationCode({
    deps: world.deps,
    actor: world.operator,
    input: { id: last?.id },
  })
  expect(revealed).toMatchObject({ ok: true })
})

test('All or none: an unknown contact among many is named and nothing is written', async () => {
  const contactIds = await makeContacts(300)
  expect(
    await createAll({ contactIds: [...contactIds, 'nobody'], template: { name: 'Spring' } }),
  ).toMatchObject({
    refusal: 'invalid_request',
    errors: [{ path: 'contactIds.300' }],
  })
  expect(await rows('select 1 from invitations')).toHaveLength(0)
})

test('Nobody grants in bulk what they may not grant', async () => {
  const role = await world.make.webRole(website.id)
  const [contactId] = await makeContacts(1)
  const inviter: Actor = {
    kind: 'staff',
    id: 'i',
    name: 'I',
    role: 'inviter',
    grantableWebRoleIds: [],
    ipAddress: null,
  }
  const input = { contactIds: [contactId], template: { name: 'Up', webRoleIds: [role.id] } }
  expect(await createAll(input, inviter)).toMatchObject({ refusal: 'forbidden' })
  expect(await createAll(input, { ...inviter, role: 'viewer' })).toMatchObject({ refusal: 'forbidden' })
})

test.each([
  ['no contact', { contactIds: [], template: { name: 'A' } }, 'contactIds'],
  [
    'a template with a code',
    { contactIds: ['x'], template: { name: 'A', code: 'SPRING-2027' } },
    'template.code',
  ],
  ['a template with a type', { contactIds: ['x'], template: { name: 'A', type: 'group' } }, 'template.type'],
  ['a template without a name', { contactIds: ['x'], template: {} }, 'template.name'],
  ['an unknown owner', { contactIds: [], template: { name: 'A', ownerId: 'nobody' } }, 'template.ownerId'],
  [
    'an unknown website',
    { contactIds: [], template: { name: 'A', websiteId: 'nowhere' } },
    'template.websiteId',
  ],
  [
    'an expiry in the past',
    { contactIds: [], template: { name: 'A', expiresAt: '2020-01-01' } },
    'template.expiresAt',
  ],
])('Refuses by field: %s', async (_, input, path) => {
  const contactIds = path.startsWith('template') ? await makeContacts(1) : input.contactIds
  expect(await createAll({ ...input, contactIds })).toMatchObject({
    refusal: 'invalid_request',
    errors: [{ path }],
  })
})
