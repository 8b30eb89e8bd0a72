import { schema } from '@usher/database'
import { mayGrant } from '@usher/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import { readStaffActor } from '../staff/read-actor.ts'
import { createWorld, staffActor, valued } from '../testing/index.ts'
import { authenticateApiKey } from './authenticate.ts'
import { createApiKey } from './create.ts'
import { deleteApiKey } from './delete.ts'
import { getApiKey } from './get.ts'
import { listApiKeys } from './list.ts'
import { updateApiKey } from './update.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

const call = (input: unknown, actor: Actor) => ({ deps: world.deps, actor, input })
const authenticate = (key: string) => authenticateApiKey({ deps: world.deps, key, ipAddress: '203.0.113.7' })
const actorOf = async (row: Parameters<typeof world.make.staffUser>[0]) => {
  const user = await world.make.staffUser(row)
  const actor = await readStaffActor({ deps: world.deps, staffUserId: user.id, ipAddress: null })
  if (!actor) throw new Error('an actor')
  return actor
}
const setRole = (id: string, change: string) =>
  world.deps.database.write([{ sql: `update staff_users set ${change} where id = ?`, args: [id] }])

test('a key is shown once, stored as its hash, and opens the door for its staff user', async () => {
  const admin = await actorOf({ role: 'admin' })
  const { key, ...created } = valued(await createApiKey(call({ name: 'CRM', role: 'inviter' }, admin)))
  expect(key).toMatch(/^usk_[0-9a-z]{40}$/)
  expect(created).toMatchObject({
    name: 'CRM',
    role: 'inviter',
    prefix: key.slice(0, 10),
    staffUserId: admin.id,
  })
  expect(await authenticate(key)).toMatchObject({
    kind: 'api_key',
    id: created.id,
    staffUserId: admin.id,
    role: 'inviter',
    ipAddress: '203.0.113.7',
  })
  const everything = await Promise.all(
    [schema.apiKeys, schema.auditEvents].map((table) => world.deps.database.query.select().from(table)),
  )
  expect(JSON.stringify(everything)).not.toContain(key.slice(12))
  const shown = [
    valued(await listApiKeys(call({}, admin))),
    valued(await getApiKey(call({ id: created.id }, admin))),
  ]
  expect(JSON.stringify(shown)).not.toMatch(/keyHash|[0-9a-f]{64}/)
})

test('a key is never more than its maker is now, and never an owner', async () => {
  const admin = await actorOf({ role: 'admin' })
  expect(await createApiKey(call({ name: 'x', role: 'owner' }, admin))).toMatchObject({
    errors: [{ path: 'role' }],
  })
  const { key } = valued(await createApiKey(call({ name: 'x', role: 'admin' }, admin)))
  const keyActor = await authenticate(key)
  if (!keyActor) throw new Error('a key')
  valued(await createApiKey(call({ name: 'y', role: 'viewer' }, keyActor)))
  await setRole(admin.id, `role = 'viewer'`)
  const lowered = await authenticate(key)
  expect(lowered).toMatchObject({ role: 'viewer' })
  if (lowered)
    expect(await createApiKey(call({ name: 'z', role: 'viewer' }, lowered))).toMatchObject({
      refusal: 'forbidden',
    })
})

test.each(['inviter', 'viewer'] as const)(
  'an %s neither makes, sees, renames nor revokes keys',
  async (role) => {
    const owner = await actorOf({ role: 'owner' })
    const { id, key } = valued(await createApiKey(call({ name: 'CRM', role: 'viewer' }, owner)))
    const actor = staffActor(role)
    for (const refused of [
      await createApiKey(call({ name: 'Mine', role: 'viewer' }, actor)),
      await listApiKeys(call({}, actor)),
      await getApiKey(call({ id }, actor)),
      await updateApiKey(call({ id, name: 'Mine' }, actor)),
      await deleteApiKey(call({ id }, actor)),
    ]) {
      expect(refused).toMatchObject({ refusal: 'forbidden' })
    }
    expect(await authenticate(key)).not.toBeNull()
  },
)

test('a revoked key, one past its end, and one of a deactivated staff user are none', async () => {
  const owner = await actorOf({ role: 'owner' })
  const make = async (input = {}) =>
    valued(await createApiKey(call({ name: 'x', role: 'admin', ...input }, owner)))
  const revoked = await make()
  const ending = await make({ expiresAt: '2027-01-31' })
  const kept = await make()
  valued(await deleteApiKey(call({ id: revoked.id }, owner)))
  expect(await authenticate(revoked.key)).toBeNull()
  expect(valued(await getApiKey(call({ id: revoked.id }, owner))).revokedAt).toEqual(world.deps.now())
  world.moveTo(new Date('2027-01-31T23:59:59.999Z'))
  expect(await authenticate(ending.key)).not.toBeNull()
  world.moveTo(new Date('2027-02-01T00:00:00Z'))
  expect(await authenticate(ending.key)).toBeNull()
  expect(await authenticate(kept.key)).not.toBeNull()
  await setRole(owner.id, 'deactivated_at = 1')
  expect(await authenticate(kept.key)).toBeNull()
})

test.each([
  '',
  'usk_',
  `usk_${'0'.repeat(40)}`,
  `usk_${'0'.repeat(41)}`,
  `USK_${'0'.repeat(40)}`,
  "usk_' or 1=1 --",
])('the key %j was given to nobody', async (key) => {
  expect(await authenticate(key)).toBeNull()
})

test('the ceiling of an inviter holds for their key; a key of an admin grants what the admin may', async () => {
  const site = await world.make.website()
  const [one, other] = [await world.make.webRole(site.id), await world.make.webRole(site.id)]
  const admin = await actorOf({ role: 'admin' })
  const { key } = valued(await createApiKey(call({ name: 'x', role: 'inviter' }, admin)))
  const ofAdmin = await authenticate(key)
  expect(ofAdmin && [one, other].map((role) => mayGrant(ofAdmin, role.id))).toEqual([true, true])

  await setRole(admin.id, `role = 'inviter'`)
  const { database } = world.deps
  await database.write([
    database.query.insert(schema.staffGrantableWebRoles).values({ staffUserId: admin.id, webRoleId: one.id }),
  ])
  const ofInviter = await authenticate(key)
  expect(ofInviter && [one, other].map((role) => mayGrant(ofInviter, role.id))).toEqual([true, false])
})

test('the last use is noted at most once a minute', async () => {
  const owner = await actorOf({ role: 'owner' })
  const { id, key } = valued(await createApiKey(call({ name: 'x', role: 'viewer' }, owner)))
  const start = world.deps.now()
  const lastUse = async () => valued(await getApiKey(call({ id }, owner))).lastUsedAt
  expect(await lastUse()).toBeNull()
  await authenticate(key)
  expect(await lastUse()).toEqual(start)
  world.moveTo(new Date(start.getTime() + 59_000))
  await authenticate(key)
  expect(await lastUse()).toEqual(start)
  world.moveTo(new Date(start.getTime() + 61_000))
  await authenticate(key)
  expect(await lastUse()).toEqual(new Date(start.getTime() + 61_000))
})

test('on the command line a key is the first owner’s, or of the staff user named', async () => {
  const make = (input: object) => createApiKey(call({ name: 'x', ...input }, world.operator))
  expect(await make({ role: 'admin' })).toMatchObject({ refusal: 'conflict' })
  const owner = await world.make.staffUser({ role: 'owner' })
  const viewer = await world.make.staffUser({ role: 'viewer', email: 'vera@usher.example' })
  expect(valued(await make({ role: 'admin' }))).toMatchObject({ staffUserId: owner.id })
  expect(valued(await make({ role: 'viewer', staffEmail: 'Vera@usher.example' }))).toMatchObject({
    staffUserId: viewer.id,
  })
  expect(await make({ role: 'inviter', staffEmail: 'vera@usher.example' })).toMatchObject({
    errors: [{ path: 'role' }],
  })
  expect(await make({ role: 'viewer', staffEmail: 'nobody@usher.example' })).toMatchObject({
    errors: [{ path: 'staffEmail' }],
  })
  const admin = await actorOf({ role: 'admin' })
  expect(
    await createApiKey(call({ name: 'x', role: 'viewer', staffEmail: 'vera@usher.example' }, admin)),
  ).toMatchObject({ errors: [{ path: 'staffEmail' }] })
})

test.each([
  [{ name: '', role: 'viewer' }, 'name'],
  [{ name: 'x' }, 'role'],
  [{ name: 'x', role: 'viewer', expiresAt: '2020-01-01' }, 'expiresAt'],
  [{ name: 'x', role: 'viewer', expiresAt: 'soon' }, 'expiresAt'],
  [{ name: 'x', role: 'viewer', key: 'usk_mine' }, 'key'],
])('%j is refused, naming %s', async (input, path) => {
  const owner = await actorOf({ role: 'owner' })
  expect(await createApiKey(call(input, owner))).toMatchObject({
    refusal: 'invalid_request',
    errors: [{ path }],
  })
})

test('making, renaming and revoking leave audit rows; revoking twice leaves one', async () => {
  const owner = await actorOf({ role: 'owner' })
  const { id } = valued(await createApiKey(call({ name: 'CRM', role: 'viewer' }, owner)))
  expect(valued(await updateApiKey(call({ id, name: 'ERP' }, owner)))).toMatchObject({ name: 'ERP' })
  expect(await updateApiKey(call({ id, name: 'ERP', role: 'admin' }, owner))).toMatchObject({
    errors: [{ path: 'role' }],
  })
  valued(await deleteApiKey(call({ id }, owner)))
  valued(await deleteApiKey(call({ id }, owner)))
  const events = await world.deps.database.query.select().from(schema.auditEvents)
  expect(events.map((event) => event.action)).toEqual([
    'api_key.created',
    'api_key.updated',
    'api_key.revoked',
  ])
})
