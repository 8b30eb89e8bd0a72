import { schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { updateMailSettings } from '../mail-settings/update.ts'
import { staffActor, valued } from '../testing/index.ts'
import { createPostmarkWorld } from '../testing/postmark-world.ts'
import { getMailSettings } from '../mail-settings/get.ts'
import { sendInvitations } from './create.ts'
import { pauseSend } from './pause.ts'
import { planSend } from './plan.ts'
import { resumeSend } from './resume.ts'

let world: Awaited<ReturnType<typeof createPostmarkWorld>>
beforeEach(async () => {
  world = await createPostmarkWorld()
})
afterEach(() => world.remove())

const jobs = () => world.deps.database.query.select().from(schema.jobs)
const emails = () => world.deps.database.query.select().from(schema.emails)
const hours = (count: number) => count * 60 * 60_000

test('invitations in a loop reach one person only so often a day, ten at once as well as one after another', async () => {
  const { invitation } = await world.send(['jane@x.example'])
  const again = () => sendInvitations(world.as({ invitationIds: [invitation.id] }))
  await Promise.all(Array.from({ length: 20 }, again))
  for (let time = 0; time < 5; time++) await again()
  expect(await emails()).toHaveLength(10)
  expect(valued(await planSend(world.as({ invitationIds: [invitation.id] }))).exclusions).toMatchObject([
    { reason: 'recipient_cap' },
  ])
  world.later(hours(25))
  expect(valued(await again())).toMatchObject({ planned: 1 })
})

test('an inviter sends off only so many a day, by hand or by key; an admin is not held up', async () => {
  valued(await updateMailSettings(world.as({ senderPerDay: 3 })))
  const invitations: { id: string }[] = []
  for (let index = 0; index < 4; index++)
    invitations.push(await world.make.invitation({ contacts: [await world.make.contact()] }))
  const sendAs = (role: 'inviter' | 'admin', from: number, to: number) =>
    sendInvitations({
      deps: world.deps,
      actor: staffActor(role),
      input: { invitationIds: invitations.slice(from, to).map(({ id }) => id) },
    })
  expect(await sendAs('inviter', 0, 4)).toMatchObject({ refusal: 'too_many_attempts' })
  expect(await emails()).toEqual([])
  valued(await sendAs('inviter', 0, 2))
  expect(await sendAs('inviter', 2, 4)).toMatchObject({ refusal: 'too_many_attempts' })
  valued(await sendAs('inviter', 2, 3))
  valued(await sendAs('admin', 3, 4))
})

test('the whole house sends off only so many a day', async () => {
  valued(await updateMailSettings(world.as({ housePerDay: 1 })))
  await world.send(['jane@x.example'])
  const invitation = await world.make.invitation({ contacts: [await world.make.contact()] })
  expect(await sendInvitations(world.as({ invitationIds: [invitation.id] }))).toMatchObject({
    refusal: 'too_many_attempts',
    detail: expect.stringContaining('Settings, Mail'),
  })
})

test('a send for nine o’clock leaves at nine by each recipient’s own clock, also after it was paused', async () => {
  const contacts = [
    await world.make.contact({ timeZone: 'Asia/Tokyo' }),
    await world.make.contact({ timeZone: 'America/New_York' }),
  ]
  const invitation = await world.make.invitation({ type: 'group', contacts })
  const input = { invitationIds: [invitation.id], scheduledFor: '2027-01-16T09:00' }
  const { id } = valued(await sendInvitations(world.as(input)))
  const times = async () => (await jobs()).map(({ runAt }) => runAt.toISOString()).sort()
  const expected = ['2027-01-16T00:00:00.000Z', '2027-01-16T14:00:00.000Z']
  expect(await times()).toEqual(expected)
  valued(await pauseSend(world.as({ sendId: id })))
  valued(await resumeSend(world.as({ sendId: id })))
  expect(await times()).toEqual(expected)
  await world.workOff()
  expect(world.postmark.taken).toEqual([])
  world.moveTo(new Date('2027-01-16T00:00:01Z'))
  await world.workOff()
  expect(world.postmark.taken).toHaveLength(1)
  expect(await sendInvitations(world.as({ ...input, scheduledFor: 'tomorrow' }))).toMatchObject({
    errors: [{ path: 'scheduledFor' }],
  })
})

test('in quiet hours of the recipient an invitation waits for the morning', async () => {
  valued(await updateMailSettings(world.as({ quietHours: { from: '10:00', to: '12:00' } })))
  const contact = await world.make.contact({ timeZone: 'UTC' })
  const invitation = await world.make.invitation({ contacts: [contact] })
  valued(await sendInvitations(world.as({ invitationIds: [invitation.id] })))
  expect((await jobs()).map(({ runAt }) => runAt.toISOString())).toEqual(['2027-01-15T12:00:00.000Z'])
})

test('staff are told that the queue stands still, since when and why, until the first mail leaves again', async () => {
  await world.send(['jane@x.example'])
  await world.workOff('wrong token')
  const state = async () => valued(await getMailSettings(world.as({})))
  const since = world.deps.now()
  expect(await state()).toMatchObject({
    pausedAt: since,
    pauseReason: expect.stringContaining('POSTMARK_SERVER_TOKEN'),
  })
  world.later(60_000)
  await world.workOff('wrong token')
  expect(await state()).toMatchObject({ pausedAt: since })
  world.later(60_000)
  await world.workOff()
  expect(await state()).toMatchObject({ pausedAt: null, pauseReason: null })
})
