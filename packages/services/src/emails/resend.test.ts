import { afterEach, beforeEach, expect, test } from 'vitest'
import { sendInvitations } from '../sends/create.ts'
import { staffActor, valued } from '../testing/index.ts'
import { createPostmarkWorld } from '../testing/postmark-world.ts'
import { listEmails } from './list.ts'
import { recordEmailEvent } from './record-event.ts'
import { resendEmail } from './resend.ts'

let world: Awaited<ReturnType<typeof createPostmarkWorld>>
beforeEach(async () => {
  world = await createPostmarkWorld()
})
afterEach(() => world.remove())

async function bounced() {
  const { invitation } = await world.send(['jnae@x.example', 'joe@x.example'])
  await world.workOff()
  const event = { RecordType: 'Bounce', Type: 'HardBounce', ID: 1, BouncedAt: '2027-01-15T10:00:05Z' }
  const MessageID = world.postmark.inbox('jnae@x.example')[0]?.MessageID
  valued(await recordEmailEvent({ deps: world.deps, input: { ...event, MessageID } }))
  const [email] = valued(await listEmails(world.as({ status: 'bounced' }))).items
  return { invitation, emailId: email?.id ?? '' }
}

test('a bounce is mended in one step: the contact’s address changes, and they alone are mailed again, with the same code', async () => {
  const { emailId, invitation } = await bounced()
  expect(valued(await resendEmail(world.as({ emailId, address: 'jane@x.example' })))).toMatchObject({
    planned: 1,
  })
  await world.workOff()
  expect(world.postmark.taken.map((mail) => mail.To)).toEqual([
    'jnae@x.example',
    'joe@x.example',
    'jane@x.example',
  ])
  expect(world.postmark.taken.at(-1)?.TextBody).toContain(invitation.code)
})

test('to the same address it is left out, with the reason, while that is on the list', async () => {
  const { emailId } = await bounced()
  expect(valued(await resendEmail(world.as({ emailId })))).toMatchObject({
    planned: 0,
    excluded: [{ reason: 'bounced' }],
  })
})

test('a wrong or a taken address is refused at its field, and a viewer altogether', async () => {
  const { emailId } = await bounced()
  for (const address of ['', 'a@b, c@d', 'joe@x.example'])
    expect(await resendEmail(world.as({ emailId, address }))).toMatchObject({ errors: [{ path: 'address' }] })
  const actor = staffActor('viewer')
  expect(await resendEmail({ deps: world.deps, actor, input: { emailId } })).toMatchObject({
    refusal: 'forbidden',
  })
})

test('the old code stays, or goes: it is said which; a Group’s code is not changed for one of many', async () => {
  const contact = await world.make.contact({ email: 'jane@x.example' })
  const single = await world.make.invitation({ contacts: [contact] })
  valued(await sendInvitations(world.as({ invitationIds: [single.id] })))
  await world.workOff()
  const [email] = valued(await listEmails(world.as({ invitationId: single.id }))).items
  valued(await resendEmail(world.as({ emailId: email?.id, code: 'new' })))
  await world.workOff()
  expect(world.postmark.taken.at(-1)?.TextBody).not.toContain(single.code)
  const { emailId } = await bounced()
  expect(await resendEmail(world.as({ emailId, code: 'new' }))).toMatchObject({ errors: [{ path: 'code' }] })
})
