import { schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorld, staffActor, valued } from '../testing/index.ts'
import { createContact } from './create.ts'
import { deleteContact } from './delete.ts'
import { getContact } from './get.ts'
import { listContacts } from './list.ts'
import { updateContact } from './update.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

const call = (input: unknown, actor = staffActor('inviter')) => ({ deps: world.deps, actor, input })
const rows = (table: 'contacts' | 'auditEvents' | 'activities') =>
  world.deps.database.query.select().from(schema[table])

test('a contact is created with its timeline and audit row, and read back with account and web roles', async () => {
  const account = await world.make.account('Contoso')
  const contact = valued(
    await createContact(
      call({
        firstName: ' Zoë ',
        lastName: "O'Neil",
        email: ' Zoe@Contoso.example ',
        accountId: account.id,
        locale: 'DE-ch',
        timeZone: 'europe/berlin',
        email2: '',
      }),
    ),
  )
  expect(contact).toMatchObject({
    firstName: 'Zoë',
    email: 'Zoe@Contoso.example',
    email2: null,
    locale: 'de-CH',
    timeZone: 'Europe/Berlin',
    account: { id: account.id, name: 'Contoso' },
    webRoles: [],
  })
  expect(await rows('contacts')).toMatchObject([{ emailNormalised: 'zoe@contoso.example' }])
  expect(await rows('activities')).toMatchObject([
    { type: 'contact_created', contactId: contact.id, subject: "Zoë O'Neil was added by An inviter" },
  ])
  expect(await rows('auditEvents')).toMatchObject([
    { action: 'contact.created', entityId: contact.id, actorId: 'the inviter', ipAddress: '203.0.113.7' },
  ])
})

test('a viewer reads, and changes nothing', async () => {
  const contact = await world.make.contact()
  const viewer = staffActor('viewer')
  expect(valued(await getContact(call({ id: contact.id }, viewer)))).toMatchObject({ id: contact.id })
  for (const refused of [
    await createContact(call({ lastName: 'Doe' }, viewer)),
    await updateContact(call({ id: contact.id, lastName: 'Changed' }, viewer)),
    await deleteContact(call({ id: contact.id }, viewer)),
  ]) {
    expect(refused).toMatchObject({ ok: false, refusal: 'forbidden' })
  }
  expect(await rows('contacts')).toMatchObject([{ lastName: contact.lastName }])
  expect(await rows('auditEvents')).toEqual([])
})

test('a primary e-mail belongs to one contact, in any spelling; nothing is written', async () => {
  const { id } = await world.make.contact({ email: 'jane@contoso.example' })
  const other = await world.make.contact()
  for (const refused of [
    await createContact(call({ lastName: 'Twin', email: 'JANE@contoso.example' })),
    await updateContact(call({ id: other.id, email: 'Jane@Contoso.example' })),
  ]) {
    expect(refused).toMatchObject({ refusal: 'conflict', errors: [{ path: 'email' }] })
  }
  expect(await rows('contacts')).toHaveLength(2)
  expect(await rows('auditEvents')).toEqual([])
  // Its own address in another spelling is no conflict.
  expect(valued(await updateContact(call({ id, email: 'Jane@contoso.example' })))).toMatchObject({
    email: 'Jane@contoso.example',
  })
})

test('of ten who create one address at the same moment, one does', async () => {
  const results = await Promise.all(
    Array.from({ length: 10 }, () => createContact(call({ email: 'jane@contoso.example' }))),
  )
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(results.filter((result) => !result.ok && result.refusal === 'conflict')).toHaveLength(9)
})

test('contacts without e-mail can exist side by side, but not without any name', async () => {
  valued(await createContact(call({ lastName: 'Doe' })))
  const { id } = valued(await createContact(call({ firstName: 'Cher', email: null })))
  expect(await createContact(call({ locale: 'en', email2: 'a@b.example' }))).toMatchObject({
    errors: [{ path: 'lastName' }],
  })
  expect(await updateContact(call({ id, firstName: null }))).toMatchObject({ refusal: 'invalid_request' })
})

test.each([
  [{ lastName: 'x', email: 'a@b.example, c@d.example' }, 'email'],
  [{ lastName: 'x', email: 'jane@contoso.example\r\nBcc: all@contoso.example' }, 'email'],
  [{ lastName: 'x', email2: '"Jane" <jane@contoso.example>' }, 'email2'],
  [{ lastName: 'x', locale: 'not a language' }, 'locale'],
  [{ lastName: 'x', timeZone: 'Europe/Atlantis' }, 'timeZone'],
  [{ lastName: 'x\u0000' }, 'lastName'],
  [{ lastName: 'x\u202Egnp.exe' }, 'lastName'],
  [{ firstName: 'x'.repeat(101) }, 'firstName'],
  [{ firstName: 7 }, 'firstName'],
  [{ lastName: 'x', emailNormalised: 'x' }, 'emailNormalised'],
  [{ lastName: 'x', id: 'mine' }, 'id'],
  [{ lastName: 'x', accountId: 'nowhere' }, 'accountId'],
])('%j is refused, naming %s', async (input, path) => {
  expect(await createContact(call(input))).toMatchObject({ refusal: 'invalid_request', errors: [{ path }] })
  expect(await rows('contacts')).toEqual([])
})

test.each([
  '=HYPERLINK("http://x")',
  '+49',
  '-1',
  '@SUM(A1)',
  "Robert'); DROP TABLE contacts;--",
  '<b>',
  '{{ 7*7 }}',
])('the name %s is kept as it is', async (lastName) => {
  expect(valued(await createContact(call({ lastName })))).toMatchObject({ lastName })
})

test('an update changes what is given alone, and its audit row has before and after of that', async () => {
  const contact = await world.make.contact({ email: 'jane@contoso.example', firstName: 'Jane' })
  world.moveTo(new Date('2027-02-01T00:00:00Z'))
  const changed = valued(
    await updateContact(call({ id: contact.id, firstName: 'Janet', lastName: contact.lastName })),
  )
  expect(changed).toMatchObject({
    firstName: 'Janet',
    email: 'jane@contoso.example',
    updatedAt: world.deps.now(),
  })
  expect(await rows('auditEvents')).toMatchObject([
    { action: 'contact.updated', before: { firstName: 'Jane' }, after: { firstName: 'Janet' } },
  ])
  valued(await updateContact(call({ id: contact.id, firstName: 'Janet' })))
  expect(await rows('auditEvents')).toHaveLength(1)
  valued(await updateContact(call({ id: contact.id, email: null })))
  expect(await rows('contacts')).toMatchObject([{ email: null, emailNormalised: null }])
})

test('a contact in use is kept, and the refusal says by what', async () => {
  const contact = await world.make.contact({ firstName: 'Jane', lastName: 'Doe' })
  await world.make.invitation({ contacts: [contact] })
  await world.make.invitation({ type: 'group', contacts: [contact], inviterContactId: contact.id })
  expect(await deleteContact(call({ id: contact.id }))).toMatchObject({
    refusal: 'conflict',
    detail:
      'Jane Doe cannot be deleted: 2 invitations invite them and 1 invitation speaks in their name. Take them off these invitations first.',
  })
  expect(await rows('contacts')).toHaveLength(1)
  expect(await rows('auditEvents')).toEqual([])
})

test('a contact with a sign-in is kept for its history', async () => {
  const contact = await world.make.contact()
  await world.make.invitee({ contactId: contact.id })
  expect(await deleteContact(call({ id: contact.id }))).toMatchObject({
    refusal: 'conflict',
    detail: expect.stringMatching(/1 sign-in belongs to them\. A contact with a history is kept\.$/),
  })
})

test('deleting a contact takes its timeline along and leaves an audit row', async () => {
  const contact = valued(await createContact(call({ lastName: 'Doe' })))
  valued(await deleteContact(call({ id: contact.id })))
  expect(await rows('contacts')).toEqual([])
  expect(await rows('activities')).toEqual([])
  expect(await rows('auditEvents')).toMatchObject([
    {},
    { action: 'contact.deleted', before: { lastName: 'Doe' } },
  ])
  expect(await deleteContact(call({ id: contact.id }))).toMatchObject({ refusal: 'not_found' })
  expect(await getContact(call({ id: contact.id }))).toMatchObject({ refusal: 'not_found' })
})

test('a contact has the web roles that are neither taken back nor ended, each once', async () => {
  const contact = await world.make.contact()
  const site = await world.make.website()
  const [kept, ended, revoked] = await Promise.all(
    ['Kept', 'Ended', 'Revoked'].map((name) => world.make.webRole(site.id, name)),
  )
  if (!kept || !ended || !revoked) throw new Error('three web roles')
  const now = world.deps.now()
  const grant = (webRoleId: string, row: { endsAt?: Date; revokedAt?: Date } = {}) =>
    world.deps.database.query
      .insert(schema.grants)
      .values({ id: world.deps.newId(), contactId: contact.id, webRoleId, grantedAt: now, ...row })
  await world.deps.database.write([
    grant(kept.id),
    grant(kept.id, { endsAt: new Date(now.getTime() + 1) }),
    grant(ended.id, { endsAt: now }),
    grant(revoked.id, { revokedAt: now }),
  ])
  expect(valued(await getContact(call({ id: contact.id }))).webRoles).toMatchObject([
    { name: 'Kept', endsAt: null },
  ])
  const list = async (webRoleId: string) => valued(await listContacts(call({ webRoleId }))).items
  expect(await list(kept.id)).toMatchObject([{ id: contact.id, webRoleCount: 1 }])
  expect(await list(ended.id)).toEqual([])
  expect(await list(revoked.id)).toEqual([])
})

test('a list finds by name, address and account, in order, with the number of all', async () => {
  const account = await world.make.account('Fabrikam')
  await world.make.contact({ firstName: 'Ann', lastName: 'Zimmer', email: 'ann@contoso.example' })
  await world.make.contact({ firstName: 'Bob', lastName: 'adams', email: 'bob@fabrikam.example' })
  await world.make.contact({ firstName: 'Cid', lastName: 'Moor', email: null, accountId: account.id })
  const names = async (input: object) => {
    const page = valued(await listContacts(call(input, staffActor('viewer'))))
    return [page.totalCount, ...page.items.map((contact) => contact.firstName)]
  }
  expect(await names({})).toEqual([3, 'Bob', 'Cid', 'Ann'])
  expect(await names({ sort: '-name', limit: 1 })).toEqual([3, 'Ann'])
  expect(await names({ search: 'fabrikam' })).toEqual([2, 'Bob', 'Cid'])
  expect(await names({ search: 'bob FABRIKAM' })).toEqual([1, 'Bob'])
  expect(await names({ accountId: account.id })).toEqual([1, 'Cid'])
  expect(await listContacts(call({ cursor: 'tampered' }))).toMatchObject({
    refusal: 'invalid_request',
    errors: [{ path: 'cursor' }],
  })
})
