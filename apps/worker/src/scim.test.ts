import { createScimTarget, deleteScimTarget, getScimTarget } from '@usher/services'
import { createWorld, valued } from '@usher/services/testing'
import { pushScim } from '@usher/services/worker'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ScimServer, startScimServer } from './testing/scim-server.ts'
import { createWebhookSender } from './webhooks/send-webhook.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let server: ScimServer
let sender: ReturnType<typeof createWebhookSender>
let place: Awaited<ReturnType<typeof makePlace>>
beforeEach(async () => {
  world = await createWorld()
  server = await startScimServer()
  sender = createWebhookSender({ allowedTargets: [server.host] })
  place = await makePlace()
})
afterEach(async () => {
  sender.close()
  await server.stop()
  await world.remove()
})

/** A website with two web roles: Jane is a partner, Max both. */
async function makePlace() {
  const { make } = world
  const website = await make.website()
  const [partner, buyer] = [
    await make.webRole(website.id, 'Partner'),
    await make.webRole(website.id, 'Buyer'),
  ]
  const jane = await make.contact({ firstName: 'Jane', lastName: 'Doe', email: 'jane@contoso.example' })
  const max = await make.contact({ firstName: 'Max', lastName: 'Muster', email: 'max@contoso.example' })
  const grant = (contactId: string, webRoleId: string) =>
    world.deps.database.client.execute({
      sql: 'INSERT INTO grants (id, contact_id, web_role_id, granted_at) VALUES (?, ?, ?, 0)',
      args: [world.deps.newId(), contactId, webRoleId],
    })
  await grant(jane.id, partner.id)
  await grant(max.id, partner.id)
  await grant(max.id, buyer.id)
  return { website, partner, buyer, jane, max, grant }
}

const call = () => ({ deps: world.deps, actor: world.operator })
const connect = (input: object = {}) =>
  createScimTarget({
    ...call(),
    input: { websiteId: place.website.id, baseUrl: server.baseUrl, token: server.token, ...input },
  })
const push = () => pushScim({ deps: world.deps, sender })
const later = (seconds: number) => world.moveTo(new Date(world.deps.now().getTime() + seconds * 1000))
const log = async () => valued(await getScimTarget({ ...call(), input: { websiteId: place.website.id } }))

const membersOf = (name: string) => {
  const group = [...server.groups.values()].find(({ displayName }) => displayName === name)
  return ((group?.['members'] ?? []) as { value: string }[])
    .map(({ value }) => server.users.get(value)?.['userName'])
    .sort()
}

test('who has a web role becomes a User there, each web role a Group with its members', async () => {
  valued(await connect())
  expect(await push()).toBe(true)
  expect(
    [...server.users.values()].find(({ userName }) => userName === 'jane@contoso.example'),
  ).toMatchObject({
    externalId: place.jane.id,
    name: { givenName: 'Jane', familyName: 'Doe' },
    active: true,
  })
  expect(membersOf('Partner')).toEqual(['jane@contoso.example', 'max@contoso.example'])
  expect(membersOf('Buyer')).toEqual(['max@contoso.example'])
  const { deliveries, lastError, syncedAt } = await log()
  expect([lastError, syncedAt]).toEqual([null, world.deps.now()])
  expect(deliveries.map(({ method, kind, status }) => [method, kind, status])).toEqual([
    ['POST', 'group', 201],
    ['POST', 'group', 201],
    ['POST', 'user', 201],
    ['POST', 'user', 201],
  ])
})

test('what has not changed is not sent again; what has, alone', async () => {
  valued(await connect())
  await push()
  server.requests()
  later(60)
  expect(await push()).toBe(true)
  expect(server.requests()).toEqual([])

  await place.grant(place.jane.id, place.buyer.id)
  later(60)
  await push()
  expect(server.requests()).toEqual(['PUT /scim/v2/Groups/:id'])
  expect(membersOf('Buyer')).toEqual(['jane@contoso.example', 'max@contoso.example'])
})

test('who has no web role any more is gone from the groups and from the users', async () => {
  valued(await connect())
  await push()
  await world.deps.database.client.execute({
    sql: 'UPDATE grants SET revoked_at = 1 WHERE contact_id = ?',
    args: [place.max.id],
  })
  later(60)
  await push()
  expect([...server.users.values()].map(({ userName }) => userName)).toEqual(['jane@contoso.example'])
  expect(membersOf('Partner')).toEqual(['jane@contoso.example'])
  expect(membersOf('Buyer')).toEqual([])
})

test('a pass that broke off goes on where it was, after a pause, and makes nobody twice', async () => {
  valued(await connect())
  const sent = sender.send.bind(sender)
  let left = 3
  sender.send = async (request) =>
    left-- > 0 ? sent(request) : { outcome: 'unreachable', reason: 'it refused the connection' }
  await push()
  expect((await log()).lastError).toContain('refused the connection')
  expect(await push()).toBe(false)
  sender.send = sent
  server.requests()
  later(3600)
  await push()
  expect([server.users.size, server.groups.size, (await log()).lastError]).toEqual([2, 2, null])
  expect(server.requests().filter((request) => request === 'POST /scim/v2/Users')).toHaveLength(1)
})

test('whom the target has already is taken over, also when the answer to their creation got lost', async () => {
  server.users.set('there', { id: 'there', userName: 'jane@contoso.example', schemas: [] })
  valued(await connect())
  await push()
  expect(server.users.size).toBe(2)
  expect(server.users.get('there')).toMatchObject({ externalId: place.jane.id })
})

test.each([401, 429, 503])(
  'a target that answers %i is left alone for longer each time, and says why',
  async (status) => {
    valued(await connect())
    server.break(status)
    await push()
    expect(await push()).toBe(false)
    expect(await log()).toMatchObject({
      failedAttempts: 1,
      lastError: `The target answered ${status}: Not now`,
    })
    later(20)
    await push()
    later(20)
    expect(await push()).toBe(false)
    server.break(null)
    later(3600)
    await push()
    expect(await log()).toMatchObject({ failedAttempts: 0, lastError: null })
  },
)

test('a target inside a private network is not called', async () => {
  valued(await connect())
  const strict = createWebhookSender()
  await pushScim({ deps: world.deps, sender: strict })
  strict.close()
  expect(server.requests()).toEqual([])
  expect((await log()).lastError).toContain('not allowed')
})

test('two workers do not push at once', async () => {
  valued(await connect())
  expect((await Promise.all([push(), push(), push()])).filter(Boolean)).toHaveLength(1)
  expect([server.users.size, server.groups.size]).toEqual([2, 2])
})

test('the token is told nobody and lies sealed; a deleted target is pushed to no more', async () => {
  const target = valued(await connect())
  const rows = JSON.stringify([
    target,
    await log(),
    (await world.deps.database.client.execute('SELECT * FROM scim_targets')).rows,
    (await world.deps.database.client.execute('SELECT * FROM audit_events')).rows,
  ])
  expect(rows).not.toContain(server.token)
  expect(await connect()).toMatchObject({ ok: false, refusal: 'conflict' })
  valued(await deleteScimTarget({ ...call(), input: { websiteId: place.website.id } }))
  expect(await push()).toBe(false)
  const audited = await world.deps.database.client.execute(
    "SELECT action FROM audit_events WHERE entity_type = 'scim_target' ORDER BY id",
  )
  expect(audited.rows.map(({ action }) => action)).toEqual(['scim_target.created', 'scim_target.deleted'])
})
