import { createApiKey, deleteApiKey } from '@usher/services'
import { valued } from '@usher/services/testing'
import { expect, test } from 'vitest'
import { dump } from '../testing/dump.ts'
import { inviteJane, letJaneIn } from '../testing/stories.ts'
import { useEdgeWorld } from '../testing/use-edge-world.ts'

const world = useEdgeWorld()

/** Jane is a partner, and her website has a key to ask with. */
async function begin() {
  const story = await inviteJane(world.current)
  await letJaneIn(world.current, story.mailedLink)
  const { deps, operator } = world.current
  const key = valued(
    await createApiKey({
      deps,
      actor: operator,
      input: { name: 'Auth0', role: 'viewer', websiteId: story.website.id },
    }),
  )
  const [jane] = await world.current.rows.invitees()
  return { ...story, key, userId: jane?.id ?? '' }
}

const ask = (query: Record<string, string>, key: string, headers: Record<string, string> = {}) =>
  world.current.app.request(`/api/grants?${new URLSearchParams(query)}`, {
    headers: { authorization: `Bearer ${key}`, ...headers },
  })

test('a website learns by address or by issuer and subject what somebody is to it', async () => {
  const { key, jane, account, userId } = await begin()
  const expected = {
    contactId: jane.id,
    account: { id: account.id, name: 'Contoso GmbH' },
    webRoles: ['Partner'],
    locale: null,
  }
  await world.current.deps.database.client.execute({
    sql: `INSERT INTO identities (id, user_id, provider_id, account_id, created_at, updated_at)
      VALUES ('i', ?, 'https://contoso.auth0.example/', 'auth0|1', 0, 0)`,
    args: [userId],
  })
  const subjects: Record<string, string>[] = [
    { email: 'Jane@Contoso.example' },
    { iss: world.current.deps.origin, sub: userId },
    { iss: 'https://contoso.auth0.example/', sub: 'auth0|1' },
  ]
  for (const subject of subjects) expect(await (await ask(subject, key.key)).json()).toEqual(expected)
})

test('somebody unknown has nothing, and so has a subject of another issuer', async () => {
  const { key, userId } = await begin()
  const nothing = { contactId: null, account: null, webRoles: [], locale: null }
  const subjects: Record<string, string>[] = [
    { email: 'nobody@contoso.example' },
    { iss: 'https://evil.example', sub: userId },
    { iss: 'credential', sub: userId },
  ]
  for (const subject of subjects.slice(0, 2))
    expect(await (await ask(subject, key.key)).json()).toEqual(nothing)
})

test('an answer that still holds is not sent again; a web role taken away is a new answer at once', async () => {
  const { key } = await begin()
  const first = await ask({ email: 'jane@contoso.example' }, key.key)
  const etag = first.headers.get('etag') ?? ''
  expect(first.headers.get('cache-control')).toBe('private, no-cache')
  const again = await ask({ email: 'jane@contoso.example' }, key.key, { 'if-none-match': etag })
  expect([again.status, await again.text()]).toEqual([304, ''])
  await world.current.deps.database.client.execute('UPDATE grants SET revoked_at = 1')
  const later = await ask({ email: 'jane@contoso.example' }, key.key, { 'if-none-match': etag })
  expect([later.status, ((await later.json()) as { webRoles: string[] }).webRoles]).toEqual([200, []])
})

test('a key of another website, of the management API, a revoked one, or none tells nothing', async () => {
  const { key } = await begin()
  const { deps, operator } = world.current
  const elsewhere = await world.current.make.website()
  const create = async (input: object) =>
    valued(await createApiKey({ deps, actor: operator, input: { name: 'x', role: 'viewer', ...input } })).key
  const other = await (
    await ask({ email: 'jane@contoso.example' }, await create({ websiteId: elsewhere.id }))
  ).json()
  expect(other).toMatchObject({ webRoles: [] })
  expect((await ask({ email: 'jane@contoso.example' }, await create({}))).status).toBe(401)
  expect((await ask({ email: 'jane@contoso.example' }, 'usk_wrong')).status).toBe(401)
  valued(await deleteApiKey({ deps, actor: operator, input: { id: key.id } }))
  const revoked = await ask({ email: 'jane@contoso.example' }, key.key)
  expect([revoked.status, revoked.headers.get('content-type')]).toEqual([401, 'application/problem+json'])
})

test.each([
  {},
  { email: 'jane' },
  { email: 'a@x.example, b@x.example' },
  { iss: 'https://a.example' },
  { sub: '1' },
  { iss: 'credential', sub: '1' },
  { email: 'jane@contoso.example', sub: '1' },
  { iss: 'x\u0000', sub: '1' },
])('%j is no question, and the answer says what is', async (query) => {
  const { key } = await begin()
  const answer = await ask(query as Record<string, string>, key.key)
  expect([answer.status, ((await answer.json()) as { detail: string }).detail]).toEqual([
    400,
    expect.stringContaining('iss and sub'),
  ])
})

test('asking changes nothing but when the key was last used', async () => {
  const { key } = await begin()
  await ask({ email: 'jane@contoso.example' }, key.key)
  const before = await dump(world.current.deps.database)
  await ask({ email: 'jane@contoso.example' }, key.key)
  expect(await dump(world.current.deps.database)).toEqual(before)
})
