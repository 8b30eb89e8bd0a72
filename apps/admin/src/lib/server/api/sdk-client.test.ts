import { createManagementClient, UsherError } from '@usher/sdk/management'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApiWorld } from '../../../testing/api-world.ts'

let world: Awaited<ReturnType<typeof createApiWorld>>
beforeEach(async () => {
  world = await createApiWorld()
})
afterEach(() => world.remove())

const connect = () =>
  createManagementClient({
    origin: world.deps.origin,
    apiKey: world.ownersKey,
    fetch: async (request) => world.api.fetch(request),
  })

test('the SDK’s client creates, lists, changes and deletes through the real API, with its types', async () => {
  const usher = connect()
  const contact = await usher.post('/contacts', {
    body: { firstName: 'Amélie', email: 'amelie@contoso.example' },
    idempotencyKey: 'once',
  })
  const again = await usher.post('/contacts', {
    body: { firstName: 'Amélie', email: 'amelie@contoso.example' },
    idempotencyKey: 'once',
  })
  expect(again.id).toBe(contact.id)
  const changed = await usher.patch('/contacts/{id}', {
    path: { id: contact.id },
    body: { lastName: 'Dubois' },
  })
  expect(changed.lastName).toBe('Dubois')
  const { items } = await usher.get('/contacts', { query: { search: 'Dubois', limit: 10 } })
  expect(items.map(({ id }) => id)).toEqual([contact.id])
  await usher.delete('/contacts/{id}', { path: { id: contact.id } })
  expect((await usher.get('/contacts')).items).toEqual([])
})

test('what the API refuses is thrown with its code, its words and the fields to mend', async () => {
  const refused = await connect()
    .post('/contacts', { body: { email: 'nonsense' } })
    .catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(UsherError)
  expect(refused).toMatchObject({
    status: 400,
    code: 'invalid_request',
    errors: [{ path: 'email', message: expect.any(String) }],
    requestId: expect.any(String),
  })
})
