import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import { createWorld, valued } from '../testing/index.ts'
import { createOidcClient } from './create.ts'
import { findOidcClientById, isSecretOf } from './find.ts'
import { getOidcClient } from './get.ts'
import { listOidcClients } from './list.ts'
import { renewOidcClientSecret } from './renew-secret.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let websiteId: string
beforeEach(async () => {
  world = await createWorld()
  websiteId = (await world.make.website()).id
})
afterEach(() => world.remove())

const create = (input: object = {}, actor: Actor = world.operator) =>
  createOidcClient({
    deps: world.deps,
    actor,
    input: { websiteId, name: 'Portal', redirectUris: ['https://www.contoso.example/cb'], ...input },
  })

test('a secret is told once: no later answer has it, and the database has its hash alone', async () => {
  const { id, secret } = valued(await create())
  const call = { deps: world.deps, actor: world.operator }
  const later = [
    valued(await getOidcClient({ ...call, input: { id } })),
    valued(await listOidcClients({ ...call, input: {} })),
    (await world.deps.database.client.execute('SELECT * FROM oidc_clients')).rows,
    (await world.deps.database.client.execute('SELECT * FROM audit_events')).rows,
  ]
  expect(secret).toMatch(/^usc_[\w-]{43}$/)
  expect(JSON.stringify(later)).not.toContain(secret)
  const client = await findOidcClientById({ deps: world.deps, id })
  expect(client && (await isSecretOf(client, secret))).toBe(true)
})

test('a renewed secret ends the old one at once', async () => {
  const { id, secret } = valued(await create())
  const renewed = valued(
    await renewOidcClientSecret({ deps: world.deps, actor: world.operator, input: { id } }),
  )
  const client = await findOidcClientById({ deps: world.deps, id })
  if (!client) throw new Error('The client is gone')
  expect(await isSecretOf(client, secret)).toBe(false)
  expect(await isSecretOf(client, renewed.secret)).toBe(true)
})

test('an application without a secret has none to renew, and none opens it', async () => {
  const { id, secret } = valued(await create({ hasSecret: false }))
  expect(secret).toBeNull()
  const renewed = await renewOidcClientSecret({ deps: world.deps, actor: world.operator, input: { id } })
  expect(renewed).toMatchObject({ ok: false, refusal: 'conflict' })
  const client = await findOidcClientById({ deps: world.deps, id })
  expect(client && (await isSecretOf(client, ''))).toBe(false)
})

describe('addresses to come back to', () => {
  test.each([
    'http://www.contoso.example/cb',
    'https://www.contoso.example/cb#part',
    'https://user@www.contoso.example/cb',
    'https://*.contoso.example/cb',
    'javascript:alert(1)',
    'data:text/html,x',
    '/cb',
    'contoso:/cb',
  ])('%s is refused, naming the field', async (uri) => {
    expect(await create({ redirectUris: [uri] })).toMatchObject({
      ok: false,
      refusal: 'invalid_request',
      errors: [{ path: 'redirectUris.0' }],
    })
  })

  test.each(['https://www.contoso.example/cb?a=b', 'http://localhost:5173/cb', 'com.contoso.app:/cb'])(
    '%s is kept as written',
    async (uri) => {
      expect(valued(await create({ redirectUris: [uri] })).redirectUris).toEqual([uri])
    },
  )
})

test('who may not change settings sees no applications and makes none', async () => {
  const { id, name } = await world.make.staffUser({ role: 'inviter' })
  const inviter: Actor = {
    kind: 'staff',
    id,
    name,
    role: 'inviter',
    grantableWebRoleIds: [],
    ipAddress: null,
  }
  expect(await create({}, inviter)).toMatchObject({ ok: false, refusal: 'forbidden' })
  expect(await listOidcClients({ deps: world.deps, actor: inviter, input: {} })).toMatchObject({ ok: false })
})

test('a name is taken once on a website', async () => {
  valued(await create())
  expect(await create({ name: 'portal' })).toMatchObject({ ok: false, refusal: 'conflict' })
})
