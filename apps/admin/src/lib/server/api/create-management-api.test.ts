import { Validator } from '@seriousme/openapi-schema-validator'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createApiWorld } from '../../../testing/api-world.ts'
import { createManagementApi } from './create-management-api.ts'
import { operations } from './operations.ts'

let world: Awaited<ReturnType<typeof createApiWorld>>
beforeEach(async () => {
  world = await createApiWorld()
})
afterEach(() => world.remove())

const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

describe('the door', () => {
  test.each([
    ['no key', {}],
    ['another scheme', { authorization: 'Basic dXNrXzpw' }],
    ['a key that nobody was given', bearer(`usk_${'0'.repeat(40)}`)],
    ['a cookie', { cookie: 'usher-staff.session_token=anything' }],
  ])('is shut to %s', async (_, headers) => {
    for (const path of ['/contacts', '/nothing-here']) {
      const response = await world.api.request(`/admin/api/v1${path}`, { headers })
      expect(response.status).toBe(401)
      expect(response.headers.get('www-authenticate')).toBe('Bearer')
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      expect(await response.json()).toMatchObject({ code: 'not_signed_in', status: 401, type: 'about:blank' })
    }
  })

  test('lets a key do what its role may, and no more', async () => {
    const viewer = bearer(await world.makeKey('viewer'))
    expect(await world.ask('GET', '/contacts', undefined, viewer)).toMatchObject({ status: 200 })
    expect(await world.ask('POST', '/contacts', { lastName: 'Doe' }, viewer)).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    })
    const role = await world.make.webRole(world.website.id)
    const inviter = await world.make.staffUser({ role: 'inviter' })
    const inviters = bearer(await world.makeKey('inviter', inviter))
    expect(
      await world.ask('POST', '/invitations', { name: 'Up', type: 'group', webRoleIds: [role.id] }, inviters),
    ).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  })

  test('lets no key change staff, since no key is an owner, and makes no key that outlives its own', async () => {
    const staff = { name: 'Eve', email: 'eve@usher.example', role: 'owner' }
    expect(await world.ask('POST', '/staff', staff)).toMatchObject({ status: 403 })
    expect(await world.ask('PATCH', `/staff/${world.owner.id}`, { role: 'viewer' })).toMatchObject({
      status: 403,
    })
    expect(await world.ask('GET', `/staff/${world.owner.id}`)).toMatchObject({
      status: 200,
      body: { role: 'owner' },
    })

    const ending = await world.ask('POST', '/api-keys', {
      name: 'ends',
      role: 'admin',
      expiresAt: '2027-02-01',
    })
    const by = bearer(ending.body.key)
    for (const expiresAt of [undefined, null, '2027-02-02']) {
      const key = { name: 'longer', role: 'viewer', expiresAt }
      expect(await world.ask('POST', '/api-keys', key, by)).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'expiresAt' }] },
      })
    }
    const shorter = { name: 'shorter', role: 'viewer', expiresAt: '2027-02-01' }
    expect(await world.ask('POST', '/api-keys', shorter, by)).toMatchObject({ status: 201 })
  })

  test('undoes a redemption, and gives, prolongs and takes back a web role', async () => {
    const role = await world.make.webRole(world.website.id)
    const contact = await world.make.contact()
    const given = await world.ask('POST', '/grants', { contactId: contact.id, webRoleId: role.id })
    expect(given).toMatchObject({ status: 201, body: { state: 'active', redemption: null } })
    const grant = `/grants/${given.body.id}`
    expect(await world.ask('PATCH', grant, { endsAt: '2027-03-01' })).toMatchObject({ status: 200 })
    expect(await world.ask('POST', `${grant}/revoke`)).toMatchObject({
      status: 200,
      body: { state: 'revoked' },
    })
    expect(await world.ask('POST', `${grant}/revoke`)).toMatchObject({ status: 409 })
    expect(await world.ask('POST', '/redemptions/none/undo')).toMatchObject({ status: 404 })
  })

  test('answers what is not there as not found, in the words of the house', async () => {
    expect(await world.ask('GET', '/nothing-here')).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    })
    expect(await world.ask('DELETE', '/contacts')).toMatchObject({ status: 404 })
    for (const path of [
      'contacts',
      'accounts',
      'web-roles',
      'websites',
      'invitations',
      'sends',
      'emails',
      'workflows',
      'api-keys',
    ]) {
      expect(await world.ask('GET', `/${path}/nobody`)).toMatchObject({
        status: 404,
        body: { code: 'not_found' },
      })
    }
  })

  test('names every request, keeps answers out of caches, and answers HEAD', async () => {
    const { headers, status } = await world.ask('GET', '/contacts')
    expect(status).toBe(200)
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers.get('cache-control')).toBe('no-store')
    const head = await world.api.request('/admin/api/v1/contacts', {
      method: 'HEAD',
      headers: bearer(world.ownersKey),
    })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  test('is shut for the rest of the minute to a key that asks too often, and to no other', async () => {
    const api = createManagementApi({
      deps: world.deps,
      scriptUrl: '/x.js',
      report: () => {},
      requestsPerMinute: 3,
    })
    const ask = (key: string) => api.request('/admin/api/v1/contacts', { headers: bearer(key) })
    for (let index = 0; index < 3; index++) expect((await ask(world.ownersKey)).status).toBe(200)
    const refused = await ask(world.ownersKey)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
    expect((await ask(await world.makeKey('viewer'))).status).toBe(200)
    world.moveTo(new Date(world.deps.now().getTime() + 60_000))
    expect((await ask(world.ownersKey)).status).toBe(200)
  })
})

describe('what cannot be read', () => {
  test.each([
    ['a field there is not', 'POST', '/contacts', { lastName: 'Doe', isAdmin: true }, 'isAdmin'],
    ['an id in the body', 'PATCH', '/contacts/x', { id: 'y', lastName: 'Doe' }, 'id'],
    ['a field for what takes none', 'POST', '/invitations/x/deactivate', { reason: 'why' }, 'reason'],
    ['a parameter there is not', 'GET', '/contacts?role=owner', undefined, 'role'],
    ['a parameter for what takes none', 'POST', '/contacts?dryRun=true', { lastName: 'Doe' }, 'dryRun'],
    ['an order there is not', 'GET', '/contacts?sort=password', undefined, 'sort'],
    ['too long a page', 'GET', '/contacts?limit=201', undefined, 'limit'],
    ['a page that is none', 'GET', '/contacts?cursor=abc', undefined, 'cursor'],
    ['a dry run that is neither', 'POST', '/contacts/import?dryRun=maybe', 'email\n', 'dryRun'],
  ] as const)('%s is refused by name', async (_, method, path, body, field) => {
    const answer = await world.ask(method, path, body)
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(field)
  })

  test.each(['', '{', '[]', 'null', '"text"', '{"lastName":"Doe"} trailing'])(
    '%j is no JSON object',
    async (text) => {
      const response = await world.api.request('/admin/api/v1/contacts', {
        method: 'POST',
        headers: { ...bearer(world.ownersKey), 'content-type': 'application/json' },
        body: text,
      })
      expect([response.status, (await response.json()).code]).toEqual([400, 'invalid_request'])
    },
  )

  test('another content type than JSON, or than CSV for a file, is refused', async () => {
    const send = (path: string, type: string) =>
      world.api.request(`/admin/api/v1${path}`, {
        method: 'POST',
        headers: { ...bearer(world.ownersKey), 'content-type': type },
        body: '{"lastName":"Doe"}',
      })
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/json; x=application/json']) {
      expect((await send('/contacts', type)).status).toBe(400)
    }
    expect((await send('/contacts/import', 'application/json')).status).toBe(400)
    expect((await send('/contacts', 'application/json; charset=utf-8')).status).toBe(201)
  })
})

describe('when something breaks', () => {
  test('the answer tells nothing but a request id, and the error is reported once under it', async () => {
    const deps = {
      ...world.deps,
      randomBytes: () => {
        throw new Error('the secret is 1234')
      },
    }
    const reported: string[] = []
    const api = createManagementApi({
      deps,
      scriptUrl: '/x.js',
      report: (_, { requestId }) => reported.push(requestId),
    })
    for (const headers of [{}, { 'idempotency-key': 'once' }] as Record<string, string>[]) {
      const response = await api.request(
        '/admin/api/v1/invitations',
        {
          method: 'POST',
          headers: { ...bearer(world.ownersKey), 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ name: 'Broken', type: 'group' }),
        },
        { requestId: 'request-7' },
      )
      const text = await response.text()
      expect(response.status).toBe(500)
      expect(JSON.parse(text)).toMatchObject({ code: 'internal_error', requestId: 'request-7' })
      expect(text).not.toContain('1234')
    }
    expect(reported).toEqual(['request-7', 'request-7'])
  })

  test('a database that cannot be reached is 503, with a time to come back', async () => {
    world.deps.database.close()
    const answer = await world.ask('GET', '/contacts')
    expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } })
    expect(answer.headers.get('retry-after')).toBe('1')
    expect(world.reported).toEqual([])
  })
})

describe('Idempotency-Key', () => {
  const key = (value: string) => ({ 'idempotency-key': value })
  const contactCount = async () => (await world.ask('GET', '/contacts')).body.totalCount

  test('the same POST again has no second effect, and its answer is the same, code and all', async () => {
    const input = { name: 'Once', type: 'group' }
    const first = await world.ask('POST', '/invitations', input, key('a'))
    const again = await world.ask('POST', '/invitations', input, key('a'))
    expect(first.status).toBe(201)
    expect([again.status, again.text]).toEqual([first.status, first.text])
    expect([first.headers.get('idempotent-replayed'), again.headers.get('idempotent-replayed')]).toEqual([
      null,
      'true',
    ])
    expect((await world.ask('GET', '/invitations')).body.totalCount).toBe(1)
    const { rows } = await world.deps.database.client.execute('select * from idempotency_records')
    expect(JSON.stringify(rows)).not.toContain(first.body.code)
  })

  test('another body, or another path, under the same key is a conflict', async () => {
    await world.ask('POST', '/contacts', { lastName: 'Doe' }, key('a'))
    expect(await world.ask('POST', '/contacts', { lastName: 'Roe' }, key('a'))).toMatchObject({ status: 409 })
    expect(await world.ask('POST', '/accounts', { lastName: 'Doe' }, key('a'))).toMatchObject({ status: 409 })
    expect(await contactCount()).toBe(1)
  })

  test('ten at once make one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => world.ask('POST', '/contacts', { lastName: 'Doe' }, key('a'))),
    )
    expect(await contactCount()).toBe(1)
    for (const answer of answers) expect([201, 409]).toContain(answer.status)
    expect(answers.filter((answer) => answer.status === 201)).not.toHaveLength(0)
  })

  test('a refused request may be corrected under its key', async () => {
    expect(await world.ask('POST', '/contacts', { email: 'nonsense' }, key('a'))).toMatchObject({
      status: 400,
    })
    expect(await world.ask('POST', '/contacts', { email: 'jane@contoso.example' }, key('a'))).toMatchObject({
      status: 201,
    })
  })

  test('keys of one API key are not those of another, and a key that is none is refused', async () => {
    const other = bearer(await world.makeKey('admin'))
    await world.ask('POST', '/contacts', { lastName: 'Doe' }, key('a'))
    await world.ask('POST', '/contacts', { lastName: 'Doe' }, { ...key('a'), ...other })
    expect(await contactCount()).toBe(2)
    for (const text of ['', 'with space', 'x'.repeat(201)]) {
      expect(await world.ask('POST', '/contacts', { lastName: 'Doe' }, key(text))).toMatchObject({
        status: 400,
      })
    }
  })
})

describe('the description', () => {
  test('is valid OpenAPI 3.1, for everybody to read', async () => {
    const response = await world.api.request('/admin/api/v1/openapi.json')
    const document = await response.json()
    expect(await new Validator().validate(document)).toEqual({ valid: true })
    expect(document).toMatchObject({
      openapi: '3.1.0',
      servers: [{ url: 'http://localhost:3024/admin/api/v1' }],
    })
  })

  test('has every operation that is mounted, each under one name', async () => {
    const document = await (await world.api.request('/admin/api/v1/openapi.json')).json()
    for (const operation of operations) {
      const path = operation.path.replace(/:(\w+)/g, '{$1}')
      expect(document.paths[path]?.[operation.method]?.operationId).toBe(operation.operationId)
    }
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
  })

  test('names what a new invitation must have, and refuses more', async () => {
    const document = await (await world.api.request('/admin/api/v1/openapi.json')).json()
    const { schema } = document.paths['/invitations'].post.requestBody.content['application/json']
    expect(schema).toMatchObject({ required: ['name', 'type'], additionalProperties: false })
    expect(document.paths['/invitations'].post.parameters).toEqual([
      { $ref: '#/components/parameters/IdempotencyKey' },
    ])
  })

  test('the page for people loads its script from here, and lets the browser ask nobody else', async () => {
    const response = await world.api.request('/admin/api/v1/docs')
    const html = await response.text()
    expect(html.match(/(?:src|href)="[^"]*"/g)).toEqual(['src="/admin/reference.js"'])
    expect(html).not.toMatch(/https?:\/\//)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).not.toMatch(/https?:|\*/)
  })
})
