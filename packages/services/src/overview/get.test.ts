import { schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorld, staffActor, valued } from '../testing/index.ts'
import { getOverview } from './get.ts'

const day = 86_400_000
let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

const overview = async (input: object = {}) =>
  valued(await getOverview({ deps: world.deps, actor: staffActor('viewer'), input }))
const insert = (table: 'emails' | 'redemptions' | 'jobs' | 'sends' | 'grants', row: object) =>
  world.deps.database.write([
    world.deps.database.query.insert(schema[table]).values({ id: world.deps.newId(), ...row } as never),
  ])

async function makeMail(ago: number, row: object = {}) {
  const at = new Date(world.deps.now().getTime() - ago * day)
  const contact = await world.make.contact()
  const invitation = await world.make.invitation({ contacts: [contact] })
  const key = world.deps.newId()
  const base = { key, kind: 'invitation', status: 'sent', createdAt: at, sentAt: at }
  await insert('emails', { ...base, invitationId: invitation.id, contactId: contact.id, ...row })
  return { contact, invitation, at }
}

test('each step of the funnel is among those of the step before, by the day on which the mail was sent', async () => {
  const later = world.deps.now()
  await makeMail(3)
  await makeMail(3, { deliveredAt: later })
  await makeMail(3, { openedAt: later, deliveredAt: later })
  const { contact, invitation } = await makeMail(2)
  await insert('redemptions', { invitationId: invitation.id, contactId: contact.id, redeemedAt: later })
  await makeMail(60)
  const { funnel } = await overview()
  expect(funnel).toMatchObject({
    sent: 4,
    delivered: 3,
    opened: { atLeast: 1, atMost: 2 },
    redeemed: 1,
  })
  expect(funnel.days).toHaveLength(30)
  expect(funnel.days.filter(({ sent }) => sent > 0)).toMatchObject([
    { sent: 3, delivered: 2, opened: 1, redeemed: 0 },
    { sent: 1, delivered: 1, opened: 1, redeemed: 1 },
  ])
})

test('a redemption that was undone, or came before the mail, is none of its own', async () => {
  const one = await makeMail(3)
  const two = await makeMail(3)
  const of = ({ contact, invitation }: typeof one) => ({ invitationId: invitation.id, contactId: contact.id })
  await insert('redemptions', { ...of(one), redeemedAt: world.deps.now(), undoneAt: world.deps.now() })
  await insert('redemptions', { ...of(two), redeemedAt: new Date(two.at.getTime() - 1) })
  expect((await overview()).funnel.redeemed).toBe(0)
})

test('what needs somebody is counted: mails that came back, what ends soon, stuck work, paused sends', async () => {
  const now = world.deps.now()
  const soon = new Date(now.getTime() + 3 * day)
  await makeMail(2, { status: 'bounced' })
  await makeMail(20, { status: 'bounced' })
  await world.make.invitation({ expiresAt: soon })
  await world.make.invitation({ expiresAt: soon, deactivatedAt: now })
  await insert('jobs', {
    kind: 'send_email',
    key: 'k',
    payload: {},
    priority: 1,
    runAt: now,
    createdAt: now,
    parkedAt: now,
  })
  await insert('sends', { status: 'paused', plannedCount: 1, createdAt: now })
  const contact = await world.make.contact()
  const webRole = await world.make.webRole((await world.make.website()).id)
  await insert('grants', { contactId: contact.id, webRoleId: webRole.id, grantedAt: now, endsAt: soon })
  expect((await overview()).attention).toEqual({
    undeliveredMails: 1,
    expiringInvitations: 1,
    openRequests: 0,
    stuckWork: 1,
    pausedSends: 1,
    endingAccess: 1,
    endingApiKeys: 0,
  })
})
