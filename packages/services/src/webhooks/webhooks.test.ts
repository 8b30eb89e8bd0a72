import { schema } from '@usher/database'
import { type EventType, eventTypes } from '@usher/domain'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { updateContact } from '../contacts/update.ts'
import { createInvitation } from '../invitations/create.ts'
import { deactivateInvitation } from '../invitations/deactivate.ts'
import { redeemInvitation } from '../redemptions/redeem.ts'
import { createWorld, staffActor, valued, workOffJobs } from '../testing/index.ts'
import { createWebhookEndpoint } from './create.ts'
import { deleteWebhookEndpoint } from './delete.ts'
import { getWebhookEndpoint } from './endpoint.ts'
import { getWebhookDelivery, listWebhookDeliveries } from './list.ts'
import { replayWebhookDelivery } from './replay.ts'
import { rotateWebhookSecret } from './rotate-secret.ts'
import { testWebhookEndpoint } from './send-test.ts'
import type { WebhookAnswer, WebhookRequest } from './sender.ts'
import { updateWebhookEndpoint } from './update.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let received: WebhookRequest[]
let answer: WebhookAnswer
beforeEach(async () => {
  world = await createWorld({ now: new Date() })
  received = []
  answer = { outcome: 'answered', status: 204, body: '' }
})
afterEach(() => world.remove())

/** The world outside, as far as an endpoint sees it. */
const sender = {
  send: (request: WebhookRequest) => {
    received.push(request)
    return Promise.resolve(answer)
  },
}
const call = <T>(input: T) => ({ deps: world.deps, actor: world.operator, input })
const work = () => workOffJobs(world.deps, undefined, sender)
const pass = (seconds: number) => {
  world.moveTo(new Date(world.deps.now().getTime() + seconds * 1000))
  return work()
}
let counter = 0
const create = async (types: readonly EventType[] = eventTypes) =>
  valued(
    await createWebhookEndpoint(
      call({ name: `CRM ${++counter}`, url: 'https://crm.example.com/hook', eventTypes: types }),
    ),
  )
const verify = (secret: string, { headers, body }: WebhookRequest) =>
  new Webhook(secret).verify(body, headers)
const bodies = () =>
  received.map(({ body }) => JSON.parse(body) as { type: string; data: Record<string, unknown> })
const typesReceived = () =>
  bodies()
    .map(({ type }) => type)
    .sort()
const deliveries = async () => valued(await listWebhookDeliveries(call({}))).items

test('what happens is told once to each endpoint that subscribed, signed, and never before it subscribed', async () => {
  await world.make.contact({ email: 'before@contoso.example' })
  const all = await create()
  const some = await create(['redemption.created'])
  const website = await world.make.website()
  const role = await world.make.webRole(website.id)
  const contact = await world.make.contact({ email: 'jane@fabrikam.example' })
  const owner = await world.make.staffUser()
  const invitation = valued(
    await createInvitation(
      call({
        name: 'Hello',
        type: 'single',
        websiteId: website.id,
        ownerId: owner.id,
        invitedContactIds: [contact.id],
        webRoleIds: [role.id],
      }),
    ),
  )
  const user = await world.make.invitee({ contactId: contact.id })
  const redeemer = { userId: user.id, name: 'Jane', ipAddress: null, userAgent: null }
  valued(await redeemInvitation({ deps: world.deps, redeemer, input: { code: invitation.code } }))
  valued(await updateContact(call({ id: contact.id, firstName: 'Janet' })))
  valued(await deactivateInvitation(call({ id: invitation.id })))
  await pass(2)

  const told = [
    'contact.created',
    'contact.updated',
    'grant.added',
    'invitation.created',
    'invitation.deactivated',
    'redemption.created',
  ]
  expect(typesReceived()).toEqual([...told, 'redemption.created'].sort())
  const ofAll = received.filter((request) => succeeds(() => verify(all.secret, request)))
  const ofSome = received.filter((request) => succeeds(() => verify(some.secret, request)))
  expect([ofAll.length, ofSome.length]).toEqual([told.length, 1])
  expect(bodies().find(({ type }) => type === 'redemption.created')?.data).toMatchObject({
    contact: { id: contact.id, email: 'jane@fabrikam.example' },
    invitation: { id: invitation.id, name: 'Hello' },
  })
  // Never a code in a payload, in clear or grouped, nor in the log.
  const everything = JSON.stringify([
    received,
    await world.deps.database.query.select().from(schema.webhookDeliveries),
  ])
  expect(everything).not.toContain(invitation.code)
  expect(everything.replaceAll('-', '')).not.toContain(invitation.code.replaceAll('-', ''))
  await pass(60)
  expect(received).toHaveLength(told.length + 1)
})

test('when a day comes it is told: an invitation expires, a web role ends; each once', async () => {
  await create(['invitation.expired', 'grant.removed'])
  const website = await world.make.website()
  const role = await world.make.webRole(website.id)
  const contact = await world.make.contact()
  const soon = new Date(world.deps.now().getTime() + 60_000)
  await world.make.invitation({ websiteId: website.id, expiresAt: soon })
  await world.deps.database.write([
    world.deps.database.query.insert(schema.grants).values({
      id: world.deps.newId(),
      contactId: contact.id,
      webRoleId: role.id,
      grantedAt: world.deps.now(),
      endsAt: soon,
    }),
  ])
  await pass(1)
  expect(received).toEqual([])
  await pass(60)
  await pass(60)
  await pass(24 * 60 * 60)
  expect(typesReceived()).toEqual(['grant.removed', 'invitation.expired'])
})

test('rows that were deleted, and numbers that moved, hide nothing that comes later and repeat nothing', async () => {
  await create(['contact.created'])
  const gone = await world.make.contact()
  await pass(1)
  await world.deps.database.client.execute({ sql: 'DELETE FROM contacts WHERE id = ?', args: [gone.id] })
  await world.make.contact()
  await pass(1)
  await world.deps.database.client.execute('VACUUM')
  await world.make.contact()
  await pass(1)
  expect(received).toHaveLength(3)
})

test('an attempt in vain is made again on the schedule of Standard Webhooks, under the same id; ten in vain are the end', async () => {
  const { id } = await create([])
  answer = { outcome: 'answered', status: 500, body: 'oops' }
  valued(await testWebhookEndpoint(call({ id })))
  await work()
  expect(await deliveries()).toMatchObject([{ status: 'queued', attempts: 1, error: 'it answered 500' }])
  await pass(4)
  expect(received).toHaveLength(1)
  await pass(3)
  expect(received).toHaveLength(2)
  for (let hours = 0; hours < 105; hours += 3) await pass(3 * 60 * 60)
  expect(received).toHaveLength(10)
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  const [delivery] = await deliveries()
  expect(delivery).toMatchObject({ status: 'failed', attempts: 10 })
  expect(valued(await getWebhookDelivery(call({ deliveryId: delivery?.id }))).attemptLog).toHaveLength(10)
})

test('a message can be sent again; the receiver knows it by its id', async () => {
  const { id, secret } = await create([])
  valued(await testWebhookEndpoint(call({ id })))
  await work()
  const [delivery] = await deliveries()
  expect(delivery).toMatchObject({ status: 'succeeded', type: 'usher.test' })
  valued(await replayWebhookDelivery(call({ deliveryId: delivery?.id })))
  expect(await replayWebhookDelivery(call({ deliveryId: delivery?.id }))).toMatchObject({
    refusal: 'conflict',
  })
  await work()
  expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([delivery?.id, delivery?.id])
  for (const request of received) expect(verify(secret, request)).toMatchObject({ type: 'usher.test' })
})

test('after a rotation both secrets verify for a day, then the new one alone', async () => {
  const { id, secret: old } = await create([])
  const { secret } = valued(await rotateWebhookSecret(call({ id })))
  const send = async () => {
    valued(await testWebhookEndpoint(call({ id })))
    await work()
    const last = received.at(-1)
    if (!last) throw new Error('nothing was sent')
    return [old, secret]
      .map((each) =>
        new Webhook(each).sign(
          last.headers['webhook-id'] ?? '',
          new Date(Number(last.headers['webhook-timestamp']) * 1000),
          last.body,
        ),
      )
      .map((signature) => last.headers['webhook-signature']?.split(' ').includes(signature))
  }
  expect(await send()).toEqual([true, true])
  world.moveTo(new Date(world.deps.now().getTime() + 25 * 60 * 60 * 1000))
  expect(await send()).toEqual([false, true])
})

test('an endpoint that is gone, or fails for five days, is disabled with a notice; enabled again it is told again', async () => {
  const gone = await create([])
  answer = { outcome: 'answered', status: 410, body: '' }
  valued(await testWebhookEndpoint(call({ id: gone.id })))
  await work()
  expect(await getWebhookEndpoint(call({ id: gone.id }))).toMatchObject({
    value: { disabledAt: expect.any(Date), disabledReason: expect.stringContaining('410') },
  })
  const failing = await create([])
  answer = { outcome: 'unreachable', reason: 'it refused the connection' }
  for (let day = 0; day < 7; day++) {
    await testWebhookEndpoint(call({ id: failing.id }))
    await pass(24 * 60 * 60)
  }
  expect(await getWebhookEndpoint(call({ id: failing.id }))).toMatchObject({
    value: { disabledAt: expect.any(Date), disabledReason: expect.stringContaining('five days') },
  })
  const audited = await world.deps.database.query.select().from(schema.auditEvents)
  expect(audited.filter(({ action }) => action === 'webhook_endpoint.disabled')).toHaveLength(2)
  expect(await testWebhookEndpoint(call({ id: gone.id }))).toMatchObject({ refusal: 'conflict' })
  expect(await updateWebhookEndpoint(call({ id: gone.id, isDisabled: false }))).toMatchObject({
    value: { disabledAt: null, failingSince: null },
  })
})

test('a private address, plain http and a password are refused when an endpoint is made; so is who may not', async () => {
  for (const url of [
    'http://crm.example.com/',
    'https://10.0.0.1/',
    'https://localhost/',
    'https://a:b@crm.example.com/',
    'ftp://x',
  ])
    expect(await createWebhookEndpoint(call({ name: 'X', url }))).toMatchObject({ errors: [{ path: 'url' }] })
  const input = { name: 'X', url: 'https://crm.example.com/' }
  for (const role of ['viewer', 'inviter'] as const)
    expect(await createWebhookEndpoint({ deps: world.deps, actor: staffActor(role), input })).toMatchObject({
      refusal: 'forbidden',
    })
})

test('secrets are sealed in the database and told once', async () => {
  const { id, secret } = await create()
  const rows = JSON.stringify(await world.deps.database.query.select().from(schema.webhookEndpoints))
  expect(rows).not.toContain(secret.slice('whsec_'.length))
  expect(JSON.stringify(await getWebhookEndpoint(call({ id })))).not.toMatch(/whsec_|secretSealed/)
})

test('an endpoint that an activated workflow calls stays', async () => {
  const { id } = await create([])
  await world.make.workflow({
    steps: [{ key: 'crm', kind: 'call_webhook', endpointId: id, eventType: 'x', fields: {} }],
  })
  expect(await deleteWebhookEndpoint(call({ id }))).toMatchObject({ refusal: 'conflict' })
  expect(await deleteWebhookEndpoint(call({ id: (await create([])).id }))).toMatchObject({ ok: true })
})

function succeeds(attempt: () => unknown): boolean {
  try {
    attempt()
    return true
  } catch {
    return false
  }
}
