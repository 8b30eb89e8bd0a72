import { schema } from '@usher/database'
import { createKeyring } from '@usher/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createProcessDeps, createWorld, staffActor, valued } from '../testing/index.ts'
import { countStaff } from './count.ts'
import { createFirstOwner } from './create-first-owner.ts'
import { createOwner } from './create-owner.ts'
import { listStaff } from './list.ts'
import { readStaffActor } from './read-actor.ts'
import { isSetUpToken, setUpToken } from './set-up-token.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

const jane = { name: 'Jane Doe', email: 'Jane@Contoso.example', password: 'correct horse battery' }
const rows = (table: 'staffUsers' | 'staffCredentials' | 'auditEvents') =>
  world.deps.database.query.select().from(schema[table])

test('the set-up link creates the first owner, who can sign in with the password', async () => {
  expect(await countStaff(world)).toBe(0)
  const token = await setUpToken(world.deps.keys)
  const { id } = valued(
    await createFirstOwner({ deps: world.deps, setUpToken: token, input: jane, ipAddress: '203.0.113.7' }),
  )
  expect(await countStaff(world)).toBe(1)
  expect(await rows('staffUsers')).toMatchObject([{ id, email: 'jane@contoso.example', role: 'owner' }])
  expect(await rows('staffCredentials')).toMatchObject([
    { userId: id, providerId: 'credential', accountId: id, password: 'hash of correct horse battery' },
  ])
  const events = await rows('auditEvents')
  expect(events).toMatchObject([{ action: 'staff.created', actorId: id, ipAddress: '203.0.113.7' }])
  expect(JSON.stringify(events)).not.toContain('correct horse')
})

test('the set-up link is worthless as soon as there is a staff user', async () => {
  await world.make.staffUser({ role: 'viewer', deactivatedAt: world.deps.now() })
  const token = await setUpToken(world.deps.keys)
  expect(await createFirstOwner({ deps: world.deps, setUpToken: token, input: jane })).toMatchObject({
    refusal: 'conflict',
  })
  expect(await rows('staffUsers')).toHaveLength(1)
})

test('without the token of this house nobody is created', async () => {
  const elsewhere = await setUpToken(await createKeyring(['another secret, of another house, 32+']))
  const token = await setUpToken(world.deps.keys)
  for (const wrong of [
    '',
    'x',
    elsewhere,
    token.slice(1),
    `${token}x`,
    token.toLowerCase(),
    token.repeat(1000),
  ]) {
    expect(await isSetUpToken(world.deps.keys, wrong)).toBe(false)
    expect(await createFirstOwner({ deps: world.deps, setUpToken: wrong, input: jane })).toMatchObject({
      refusal: 'forbidden',
    })
  }
  expect(await rows('staffUsers')).toEqual([])
  expect(await isSetUpToken(world.deps.keys, token)).toBe(true)
})

test('of many first owners at the same moment, in several processes, exactly one is created', async () => {
  const token = await setUpToken(world.deps.keys)
  const processes = await Promise.all(Array.from({ length: 3 }, () => createProcessDeps(world.url)))
  const results = await Promise.all(
    processes.flatMap((deps, process) =>
      [1, 2].map((turn) =>
        createFirstOwner({
          deps,
          setUpToken: token,
          input: { ...jane, email: `p${process}t${turn}@contoso.example` },
        }),
      ),
    ),
  )
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(results.filter((result) => !result.ok).map((result) => !result.ok && result.refusal)).toEqual(
    Array(5).fill('conflict'),
  )
  expect(await rows('staffUsers')).toHaveLength(1)
  expect(await rows('staffCredentials')).toHaveLength(1)
  for (const deps of processes) deps.database.close()
})

test.each([
  [{ password: 'eleven char' }, 'password'],
  [{ password: 'x'.repeat(129) }, 'password'],
  [{ email: 'jane' }, 'email'],
  [{ email: 'jane@contoso.example, joe@contoso.example' }, 'email'],
  [{ name: ' ' }, 'name'],
  [{ role: 'owner' }, 'role'],
])('%j is refused, naming %s', async (input, path) => {
  const token = await setUpToken(world.deps.keys)
  expect(
    await createFirstOwner({ deps: world.deps, setUpToken: token, input: { ...jane, ...input } }),
  ).toMatchObject({ refusal: 'invalid_request', errors: [{ path }] })
})

test('the command line adds further owners, each with an e-mail of their own', async () => {
  const call = (input: unknown) => ({ deps: world.deps, actor: world.operator, input })
  valued(await createOwner(call(jane)))
  valued(await createOwner(call({ ...jane, email: 'joe@contoso.example' })))
  expect(await createOwner(call({ ...jane, email: 'JANE@contoso.example' }))).toMatchObject({
    refusal: 'conflict',
    errors: [{ path: 'email' }],
  })
  expect(await rows('staffUsers')).toHaveLength(2)
})

test.each(['admin', 'inviter', 'viewer'] as const)('an %s cannot create an owner', async (role) => {
  expect(await createOwner({ deps: world.deps, actor: staffActor(role), input: jane })).toMatchObject({
    refusal: 'forbidden',
  })
  expect(await rows('staffUsers')).toEqual([])
})

test('a staff user acts with the role and the list of now, and not at all once deactivated', async () => {
  const user = await world.make.staffUser({ role: 'inviter', name: 'Ina' })
  const role = await world.make.webRole((await world.make.website()).id)
  const { database } = world.deps
  await database.write([
    database.query.insert(schema.staffGrantableWebRoles).values({ staffUserId: user.id, webRoleId: role.id }),
  ])
  const read = (staffUserId: string) => readStaffActor({ deps: world.deps, staffUserId, ipAddress: null })
  expect(await read(user.id)).toEqual({
    kind: 'staff',
    id: user.id,
    name: 'Ina',
    role: 'inviter',
    grantableWebRoleIds: [role.id],
    ipAddress: null,
  })
  expect(await read('nobody')).toBeNull()
  const gone = await world.make.staffUser({ deactivatedAt: world.deps.now() })
  expect(await read(gone.id)).toBeNull()
})

test('the list of staff has no password in it', async () => {
  valued(await createOwner({ deps: world.deps, actor: world.operator, input: jane }))
  const page = valued(await listStaff({ deps: world.deps, actor: staffActor('viewer'), input: {} }))
  expect(page).toMatchObject({
    totalCount: 1,
    items: [{ name: 'Jane Doe', role: 'owner', deactivatedAt: null }],
  })
  expect(JSON.stringify(page)).not.toMatch(/password|hash of/i)
})
