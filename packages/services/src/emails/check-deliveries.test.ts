import { schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { valued } from '../testing/index.ts'
import { createPostmarkWorld } from '../testing/postmark-world.ts'
import { checkDeliveries } from './check-deliveries.ts'
import { listEmails } from './list.ts'
import { recordEmailEvent } from './record-event.ts'

let world: Awaited<ReturnType<typeof createPostmarkWorld>>
beforeEach(async () => {
  world = await createPostmarkWorld()
})
afterEach(() => world.remove())

const hour = 60 * 60_000
const check = (serverToken?: string) =>
  checkDeliveries({ deps: world.deps, mailer: world.mailerWith(serverToken) })
const emails = async () => valued(await listEmails(world.as({}))).items
const activities = async () =>
  (await world.deps.database.query.select().from(schema.activities)).map(({ type }) => type)
const messageOf = (index: number) => {
  const mail = world.postmark.taken[index]
  return { MessageID: mail?.MessageID ?? '', Metadata: mail?.Metadata }
}

test('what no webhook told is found out by asking: delivered, bounced with its reason, complained', async () => {
  await world.send(['jane@fabrikam.example', 'joe@fabrikam.example', 'ann@fabrikam.example'])
  await world.workOff()
  const { postmark } = world
  postmark.happen({
    ...messageOf(0),
    RecordType: 'Delivery',
    DeliveredAt: '2027-01-15T10:00:05Z',
    Details: '250',
  })
  postmark.happen({
    ...messageOf(1),
    RecordType: 'Bounce',
    ID: 7,
    Description: 'No such user',
    BouncedAt: '2027-01-15T10:00:06Z',
  })
  expect(await check()).toBe(0)
  world.later(hour)
  expect(await check()).toBe(3)
  const statuses = Object.fromEntries((await emails()).map((email) => [email.toAddress, email]))
  expect(statuses).toMatchObject({
    'jane@fabrikam.example': { status: 'delivered', deliveredAt: new Date('2027-01-15T10:00:05Z') },
    'joe@fabrikam.example': { status: 'bounced', error: 'No such user' },
    'ann@fabrikam.example': { status: 'sent' },
  })
  expect(await activities()).toEqual(expect.arrayContaining(['email_delivered', 'email_bounced']))
})

test('asking and being told of the same delivery is one line on the timeline', async () => {
  await world.send(['jane@fabrikam.example'])
  await world.workOff()
  const delivery = { ...messageOf(0), RecordType: 'Delivery', DeliveredAt: '2027-01-15T10:00:05Z' }
  world.postmark.happen(delivery)
  world.later(hour)
  await check()
  valued(await recordEmailEvent({ deps: world.deps, input: delivery }))
  expect((await activities()).filter((type) => type === 'email_delivered')).toHaveLength(1)
})

test('a mail is asked about less and less often, and not for ever; one of which all is known never', async () => {
  await world.send(['jane@fabrikam.example', 'joe@fabrikam.example'])
  await world.workOff()
  valued(
    await recordEmailEvent({
      deps: world.deps,
      input: { ...messageOf(0), RecordType: 'Delivery', DeliveredAt: '2027-01-15T10:00:05Z' },
    }),
  )
  const asked: number[] = []
  for (let passed = 0; passed < 40 * 24; passed++) {
    if ((await check()) > 0) asked.push(passed)
    world.later(hour)
  }
  expect(asked).toEqual([1, 2, 8, 24, 72])
})

test('while the provider does not answer nothing is decided, and it is asked again', async () => {
  await world.send(['jane@fabrikam.example'])
  await world.workOff()
  world.later(hour)
  await expect(check('wrong token')).rejects.toThrow()
  expect(await check()).toBe(0)
  world.later(hour)
  expect(await check()).toBe(1)
})

test('a mail that went out twice in spite of all is counted as one duplicate', async () => {
  await world.remove()
  // The search knows of a mail only long after we believed it.
  world = await createPostmarkWorld({ searchLagMilliseconds: 150 })
  await world.send(['jane@fabrikam.example'])
  world.postmark.failNext({ kind: 'cut_after' })
  await world.workOff()
  world.later(61_000)
  await world.workOff()
  expect(world.postmark.taken).toHaveLength(2)
  await new Promise((resolve) => setTimeout(resolve, 200))
  world.later(hour)
  await check()
  expect(await world.deps.database.query.select().from(schema.emails)).toMatchObject([
    { status: 'sent', doubts: 1, duplicates: 1 },
  ])
})
