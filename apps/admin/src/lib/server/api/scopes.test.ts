import { createApiKey } from '@usher/services'
import { valued } from '@usher/services/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApiWorld } from '../../../testing/api-world.ts'

let world: Awaited<ReturnType<typeof createApiWorld>>
beforeEach(async () => {
  world = await createApiWorld({ requestsPerMinute: 3 })
})
afterEach(() => world.remove())

const keyWith = async (input: object) => {
  const created = await createApiKey({
    deps: world.deps,
    actor: world.operator,
    input: { name: 'Narrow', role: 'admin', ...input },
  })
  return { authorization: `Bearer ${valued(created).key}` }
}

test('a key with scopes opens those parts of the API, and is told which scope it lacks elsewhere', async () => {
  const reader = await keyWith({ scopes: ['contacts:read'] })
  expect((await world.ask('GET', '/contacts', undefined, reader)).status).toBe(200)
  const refused = await world.ask('POST', '/contacts', { lastName: 'Doe' }, reader)
  expect([refused.status, refused.body.detail]).toEqual([403, 'This key has no scope contacts:write.'])
  expect((await world.ask('GET', '/invitations', undefined, reader)).status).toBe(403)
})

test('a key of one website’s questions opens nothing of the management API', async () => {
  const key = await keyWith({ websiteId: world.website.id })
  expect(await world.ask('GET', '/contacts', undefined, key)).toMatchObject({ status: 403 })
})

test('every answer says how many requests are left, and when there are more', async () => {
  const remaining = []
  for (let request = 0; request < 4; request++) {
    const { headers } = await world.ask('GET', '/contacts')
    expect(headers.get('ratelimit-limit')).toBe('3')
    expect(Number(headers.get('ratelimit-reset'))).toBeGreaterThan(0)
    remaining.push(headers.get('ratelimit-remaining'))
  }
  expect(remaining).toEqual(['2', '1', '0', '0'])
})
