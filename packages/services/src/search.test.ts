import { countedUpTo } from '@usher/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  deleteContact,
  listAccounts,
  listContacts,
  listInvitations,
  updateAccount,
  updateContact,
} from './index.ts'
import { createWorld, valued } from './testing/index.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => (world = await createWorld()))
afterEach(() => world.remove())

const call = (input: Record<string, unknown>) => ({
  deps: world.deps,
  actor: world.operator,
  input: input as never,
})
const contacts = async (search: string, more = {}) =>
  valued(await listContacts(call({ search, ...more }))).items.map((contact) => contact.lastName)
const invitations = async (search: string, more = {}) =>
  valued(await listInvitations(call({ search, ...more }))).items.map((invitation) => invitation.name)

test('contacts are found by how their words begin, whatever case and accents, in any order', async () => {
  await world.make.contact({ firstName: 'Zoë', lastName: 'Müller-Łoś', email: 'zoe@contoso.example' })
  for (const search of ['zoe', 'ZOË mull', 'muller zo', 'zoe@contoso', 'contoso.ex', '  Zo  '])
    expect(await contacts(search)).toEqual(['Müller-Łoś'])
  for (const search of ['oe', 'zoe ada', 'ontoso', '%', '_', '"', '*', 'NOT', '- -', 'zoe) OR (ada'])
    expect(await contacts(search)).toEqual([])
})

test('a contact is found by what it is called now, and not at all once it is gone', async () => {
  const contact = await world.make.contact({ firstName: null, lastName: 'Old', email: 'x@contoso.example' })
  valued(await updateContact(call({ id: contact.id, lastName: 'New' })))
  expect([await contacts('old'), await contacts('new')]).toEqual([[], ['New']])
  valued(await deleteContact(call({ id: contact.id })))
  expect(await contacts('new')).toEqual([])
})

test('words may be in the contact and in the name of its account, which may change', async () => {
  const account = await world.make.account('Fabrikam')
  await world.make.contact({ firstName: 'Ada', lastName: 'Of Fabrikam', accountId: account.id })
  await world.make.contact({ firstName: 'Ada', lastName: 'Of nobody' })
  expect(await contacts('ada fabri', { sort: '-name' })).toEqual(['Of Fabrikam'])
  valued(await updateAccount(call({ id: account.id, name: 'Nørd' })))
  expect(await contacts('nørd')).toEqual(['Of Fabrikam'])
  expect(valued(await listAccounts(call({ search: 'nør' }))).items).toHaveLength(1)
})

test('an invitation is found by its name, its contacts, or some words of each, with counts of every view', async () => {
  const ada = await world.make.contact({ firstName: 'Ada', lastName: 'Byron', email: null })
  await world.make.invitation({ name: 'Supplier portal', contacts: [ada] })
  await world.make.invitation({ name: 'Supplier desk', sentAt: world.deps.now() })
  for (const search of ['ada', 'byron port', 'supplier portal', 'ada supplier portal'])
    expect(await invitations(search)).toEqual(['Supplier portal'])
  const found = valued(await listInvitations(call({ search: 'supplier' })))
  expect(found.counts).toMatchObject({ all: 2, new: 1, open: 1 })
  expect(await invitations('supplier', { view: 'open' })).toEqual(['Supplier desk'])
  expect(await invitations('ada desk')).toEqual([])
})

test('a search of too many says so and lists the latest; a filter beside it leaves nobody out', async () => {
  const account = await world.make.account()
  const early = await world.make.contact({
    firstName: 'Many',
    lastName: 'Early',
    accountId: account.id,
    email: null,
  })
  await world.deps.database.client.execute({
    sql: `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ?)
      insert into contacts (id, first_name, last_name, created_at, updated_at) select 'many-' || n, 'Many', 'Late', 1, 1 from numbers`,
    args: [countedUpTo],
  })
  const wide = valued(await listContacts(call({ search: 'many', limit: 2 })))
  expect(wide).toMatchObject({ isCut: true, items: [{ lastName: 'Late' }, { lastName: 'Late' }] })
  expect(wide.totalCount).toBeUndefined()
  const narrow = valued(await listContacts(call({ search: 'many', accountId: account.id })))
  expect(narrow).toMatchObject({ isCut: false, items: [{ id: early.id }] })
  expect(valued(await listContacts(call({}))).totalCount).toBe(countedUpTo + 1)
})
