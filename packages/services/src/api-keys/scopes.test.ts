import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorld, valued } from '../testing/index.ts'
import { authenticateApiKey } from './authenticate.ts'
import { createApiKey } from './create.ts'
import { hasScope } from './scopes.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
  await world.make.staffUser()
})
afterEach(() => world.remove())

const create = (input: object, actor: Parameters<typeof createApiKey>[0]['actor'] = world.operator) =>
  createApiKey({ deps: world.deps, actor, input: { name: 'Key', role: 'admin', ...input } })
const actorOf = async (key: string) => {
  const actor = await authenticateApiKey({ deps: world.deps, key, ipAddress: null })
  if (!actor) throw new Error('The key opens nothing')
  return actor
}

test('writing includes reading, of that resource alone; without scopes all is open that the role may do', () => {
  const narrowed = { scopes: ['contacts:write', 'web-roles:read'] }
  expect(hasScope(narrowed, 'contacts', 'read')).toBe(true)
  expect(hasScope(narrowed, 'web-roles', 'read')).toBe(true)
  expect(hasScope(narrowed, 'web-roles', 'write')).toBe(false)
  expect(hasScope(narrowed, 'invitations', 'read')).toBe(false)
  expect(hasScope({ scopes: null }, 'invitations', 'write')).toBe(true)
})

test('a narrowed key makes no wider one', async () => {
  const { key } = valued(await create({ scopes: ['api-keys:write', 'contacts:read'] }))
  const actor = await actorOf(key)
  for (const scopes of [null, ['contacts:write'], ['invitations:read']]) {
    expect(await create({ scopes }, actor)).toMatchObject({ ok: false, errors: [{ path: 'scopes' }] })
  }
  expect(valued(await create({ scopes: ['contacts:read'] }, actor)).scopes).toEqual(['contacts:read'])
})

test('a scope or website that is none is refused by its field', async () => {
  for (const scopes of [['contacts'], ['contacts:delete'], ['Contacts:read'], []])
    expect(await create({ scopes })).toMatchObject({ refusal: 'invalid_request' })
  expect(await create({ websiteId: world.deps.newId() })).toMatchObject({ errors: [{ path: 'websiteId' }] })
})

test('a key of a website goes with its website', async () => {
  const [website] = [await world.make.website(), await world.make.website()]
  const { key } = valued(await create({ websiteId: website.id }))
  expect((await actorOf(key)).websiteId).toBe(website.id)
  await world.deps.database.client.execute({ sql: 'DELETE FROM websites WHERE id = ?', args: [website.id] })
  expect(await authenticateApiKey({ deps: world.deps, key, ipAddress: null })).toBeNull()
})
