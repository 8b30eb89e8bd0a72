import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAccount } from '../accounts/create.ts'
import { updateAccount } from '../accounts/update.ts'
import { createContact } from '../contacts/create.ts'
import { deleteContact } from '../contacts/delete.ts'
import { createWorld, staffActor, valued } from '../testing/index.ts'
import { listAuditEvents } from './list.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

const call = (input: unknown, actor = staffActor('admin')) => ({ deps: world.deps, actor, input })

test('changes are listed the newest first, and found by what, by whom and about which row', async () => {
  const account = valued(await createAccount(call({ name: 'Contoso' })))
  valued(await createContact(call({ lastName: 'Doe' }, staffActor('inviter'))))
  valued(await updateAccount(call({ id: account.id, name: 'Fabrikam' })))
  const actions = async (input: object) =>
    valued(await listAuditEvents(call(input))).items.map((event) => event.action)
  expect(await actions({})).toEqual(['account.updated', 'contact.created', 'account.created'])
  expect(await actions({ entityType: 'account', entityId: account.id })).toEqual([
    'account.updated',
    'account.created',
  ])
  expect(await actions({ actorId: 'the inviter' })).toEqual(['contact.created'])
  expect(await actions({ action: 'account.created' })).toEqual(['account.created'])
  expect(await actions({ search: 'inviter contact' })).toEqual(['contact.created'])

  const first = valued(await listAuditEvents(call({ limit: 2 })))
  expect(first.totalCount).toBe(3)
  const second = valued(await listAuditEvents(call({ limit: 2, cursor: first.nextCursor })))
  expect(second).toMatchObject({
    items: [{ action: 'account.created', after: { name: 'Contoso' } }],
    nextCursor: null,
  })
})

test('an event names what it is about as that is called now, and is found by the name', async () => {
  const account = valued(await createAccount(call({ name: 'Contoso' })))
  const contact = valued(await createContact(call({ firstName: 'Jane', lastName: 'Doe' })))
  valued(await updateAccount(call({ id: account.id, name: 'Fabrikam' })))
  valued(await deleteContact(call({ id: contact.id })))
  const names = async (input: object) =>
    valued(await listAuditEvents(call(input))).items.map((event) => [event.action, event.entityName])
  expect(await names({})).toEqual([
    ['contact.deleted', null],
    ['account.updated', 'Fabrikam'],
    ['contact.created', null],
    ['account.created', 'Fabrikam'],
  ])
  expect(await names({ search: 'fabrikam updated' })).toEqual([['account.updated', 'Fabrikam']])
})

test.each(['inviter', 'viewer'] as const)('an %s does not see what staff did', async (role) => {
  expect(await listAuditEvents(call({}, staffActor(role)))).toMatchObject({ refusal: 'forbidden' })
})
