import { schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorld, staffActor, valued } from '../testing/index.ts'
import { createAccount } from './create.ts'
import { deleteAccount } from './delete.ts'
import { getAccount } from './get.ts'
import { listAccounts } from './list.ts'
import { updateAccount } from './update.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

const call = (input: unknown, actor = staffActor('admin')) => ({ deps: world.deps, actor, input })
const auditEvents = () => world.deps.database.query.select().from(schema.auditEvents)

test('an account is created, changed, listed and deleted, each change with its audit row', async () => {
  const account = valued(
    await createAccount(call({ name: ' Contoso ', websiteUrl: 'https://contoso.example' })),
  )
  expect(account).toMatchObject({
    name: 'Contoso',
    websiteUrl: 'https://contoso.example/',
    number: null,
    contactCount: 0,
  })
  expect(valued(await updateAccount(call({ id: account.id, number: 'K-7', websiteUrl: '' })))).toMatchObject({
    name: 'Contoso',
    number: 'K-7',
    websiteUrl: null,
  })
  await world.make.account('Fabrikam')
  expect(valued(await listAccounts(call({ search: 'k-7' })))).toMatchObject({
    totalCount: 1,
    items: [{ name: 'Contoso' }],
  })
  valued(await deleteAccount(call({ id: account.id })))
  expect(await getAccount(call({ id: account.id }))).toMatchObject({ refusal: 'not_found' })
  expect((await auditEvents()).map((event) => event.action)).toEqual([
    'account.created',
    'account.updated',
    'account.deleted',
  ])
})

test.each(['inviter', 'viewer'] as const)('an %s reads accounts, and changes none', async (role) => {
  const account = await world.make.account()
  const actor = staffActor(role)
  expect(valued(await getAccount(call({ id: account.id }, actor)))).toMatchObject({ name: account.name })
  for (const refused of [
    await createAccount(call({ name: 'Mine' }, actor)),
    await updateAccount(call({ id: account.id, name: 'Mine' }, actor)),
    await deleteAccount(call({ id: account.id }, actor)),
  ]) {
    expect(refused).toMatchObject({ refusal: 'forbidden' })
  }
  expect(await auditEvents()).toEqual([])
})

test('an account in use is kept, and the refusal says by what', async () => {
  const account = await world.make.account('Contoso')
  for (let index = 0; index < 3; index++) await world.make.contact({ accountId: account.id })
  await world.make.invitation({ assignToAccountId: account.id })
  expect(await deleteAccount(call({ id: account.id }))).toMatchObject({
    refusal: 'conflict',
    detail:
      'Contoso cannot be deleted: 3 contacts belong to it and 1 invitation assigns to it. Give them another account first, or none.',
  })
  expect(valued(await getAccount(call({ id: account.id })))).toMatchObject({ contactCount: 3 })
})

test.each([
  [{ name: '' }, 'name'],
  [{}, 'name'],
  [{ name: null }, 'name'],
  [{ name: 'x', websiteUrl: 'javascript:alert(1)' }, 'websiteUrl'],
  [{ name: 'x', websiteUrl: 'https://user:password@contoso.example' }, 'websiteUrl'],
  [{ name: 'x', email: 'x' }, 'email'],
  [{ name: 'x', owner: 'me' }, 'owner'],
])('%j is refused, naming %s', async (input, path) => {
  expect(await createAccount(call(input))).toMatchObject({ refusal: 'invalid_request', errors: [{ path }] })
})

test('a change worked out from a row that changed meanwhile is a conflict, and is not written', async () => {
  const account = await world.make.account('Contoso')
  const { write } = world.deps.database
  const meanwhile: typeof write = async (statements) => {
    world.deps.database.write = write
    world.moveTo(new Date('2027-03-01T00:00:00Z'))
    valued(await updateAccount(call({ id: account.id, name: 'First' })))
    return write(statements)
  }
  world.deps.database.write = meanwhile
  expect(await updateAccount(call({ id: account.id, name: 'Second' }))).toMatchObject({ refusal: 'conflict' })
  expect(valued(await getAccount(call({ id: account.id })))).toMatchObject({ name: 'First' })
})
