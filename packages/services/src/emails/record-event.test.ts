import { schema } from '@usher/database'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createWorld } from '../testing/index.ts'
import { recordEmailEvent } from './record-event.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

async function makeEmail(row: Partial<typeof schema.emails.$inferInsert> = {}) {
  const contact = await world.make.contact()
  const id = world.deps.newId()
  const email = {
    id,
    key: `test:${id}`,
    kind: 'invitation' as const,
    contactId: contact.id,
    status: 'sent' as const,
    providerMessageId: 'message-1',
    createdAt: world.deps.now(),
    ...row,
  }
  await world.deps.database.write([world.deps.database.query.insert(schema.emails).values(email)])
  return email
}
const tell = (input: Record<string, unknown>) => recordEmailEvent({ deps: world.deps, input })
const status = async () => (await world.deps.database.query.select().from(schema.emails))[0]?.status
const rows = {
  events: () => world.deps.database.query.select().from(schema.emailEvents),
  activities: () => world.deps.database.query.select().from(schema.activities),
}

const delivery = {
  RecordType: 'Delivery',
  MessageID: 'message-1',
  DeliveredAt: '2027-01-15T10:00:05Z',
  Recipient: 'x',
}
const open = {
  RecordType: 'Open',
  MessageID: 'message-1',
  ReceivedAt: '2027-01-15T10:01:00Z',
  FirstOpen: true,
}
const bounce = {
  RecordType: 'Bounce',
  MessageID: 'message-1',
  ID: 692560173,
  Type: 'HardBounce',
  Description: 'The server was unable to deliver your message',
  BouncedAt: '2027-01-15T10:00:09.000+01:00',
}

test('a delivery is kept, moves the mail on and stands on the timeline', async () => {
  const email = await makeEmail()
  expect(await tell(delivery)).toEqual({ ok: true, value: { isRecorded: true } })
  expect(await world.deps.database.query.select().from(schema.emails)).toMatchObject([
    { status: 'delivered', deliveredAt: new Date('2027-01-15T10:00:05Z') },
  ])
  expect(await rows.activities()).toMatchObject([{ type: 'email_delivered', contactId: email.contactId }])
})

test('an event told five times is one event and one line', async () => {
  await makeEmail()
  for (const _ of [1, 2, 3, 4, 5]) await tell(delivery)
  expect(await rows.events()).toHaveLength(1)
  expect(await rows.activities()).toHaveLength(1)
})

test('events out of order never move a mail backwards', async () => {
  await makeEmail()
  await tell(open)
  await tell(delivery)
  expect(await status()).toBe('opened')
  expect(await rows.events()).toHaveLength(2)
})

describe('a bounce', () => {
  test('after a delivery tells the truth; a delivery after a bounce does not undo it', async () => {
    await makeEmail()
    await tell(delivery)
    await tell(bounce)
    await tell({ ...delivery, DeliveredAt: '2027-01-15T10:00:20Z' })
    expect(await world.deps.database.query.select().from(schema.emails)).toMatchObject([
      { status: 'bounced', error: bounce.Description },
    ])
  })

  test('that is an out-of-office reply is none', async () => {
    await makeEmail()
    expect(await tell({ ...bounce, Type: 'AutoResponder' })).toEqual({
      ok: true,
      value: { isRecorded: false },
    })
    expect(await status()).toBe('sent')
  })
})

test('a complaint and a suppression end what the mail may do', async () => {
  await makeEmail()
  await tell({ ...bounce, RecordType: 'SpamComplaint', Type: 'SpamComplaint' })
  expect(await status()).toBe('complained')
  await tell(delivery)
  await tell(open)
  expect(await status()).toBe('complained')
})

test('an event that comes before its sending is recorded is told to come again', async () => {
  const email = await makeEmail({ status: 'sending', providerMessageId: null })
  const early = { ...delivery, Metadata: { 'usher-email-id': email.id } }
  expect(await tell(early)).toMatchObject({ ok: false, refusal: 'unavailable' })
  expect(await status()).toBe('sending')
})

test('an event of somebody else’s message, or about our id under another message, changes nothing', async () => {
  const email = await makeEmail()
  const foreign = { ...bounce, MessageID: 'another', Metadata: { 'usher-email-id': email.id } }
  expect(await tell(foreign)).toEqual({ ok: true, value: { isRecorded: false } })
  expect(await status()).toBe('sent')
  expect(await rows.events()).toEqual([])
})

test.each([
  [{}],
  [{ RecordType: 1 }],
  [{ RecordType: 'Delivery' }],
  [{ ...delivery, DeliveredAt: 'yesterday' }],
  [{ ...bounce, MessageID: { $ne: '' } }],
])('%j is no event: invalid_request', async (input) => {
  expect(await tell(input)).toMatchObject({ ok: false, refusal: 'invalid_request' })
})

test('a kind of event that Postmark adds one day is taken without a word', async () => {
  expect(await tell({ RecordType: 'Reaction', MessageID: 'message-1' })).toEqual({
    ok: true,
    value: { isRecorded: false },
  })
})

test('an open by a machine says that the mail arrived, not that somebody read it', async () => {
  await makeEmail()
  await tell({ ...open, UserAgent: 'Mozilla/5.0' })
  expect(await status()).toBe('delivered')
  await tell({ ...open, ReceivedAt: '2027-01-15T11:00:00Z', UserAgent: 'Mozilla/5.0 (Macintosh) Mail/16.0' })
  expect(await status()).toBe('opened')
})
