import { schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deleteContact } from '../contacts/delete.ts'
import { listEmails } from '../emails/list.ts'
import { recordEmailEvent } from '../emails/record-event.ts'
import { sendInvitations } from '../sends/create.ts'
import { planSend } from '../sends/plan.ts'
import { valued } from '../testing/index.ts'
import { createPostmarkWorld } from '../testing/postmark-world.ts'
import { createSuppression } from './create.ts'
import { deleteSuppression } from './delete.ts'
import { listSuppressions } from './list.ts'
import { allowInvitations, stopInvitations } from './unsubscribe.ts'

let world: Awaited<ReturnType<typeof createPostmarkWorld>>
beforeEach(async () => {
  world = await createPostmarkWorld()
})
afterEach(() => world.remove())

const list = async () => valued(await listSuppressions(world.as({}))).items
const reasonsFor = async (invitationId: string) =>
  valued(await planSend(world.as({ invitationIds: [invitationId] }))).exclusions.map(({ reason }) => reason)
const lastMail = () => world.postmark.taken.at(-1)
const tokenOf = (mail = lastMail()) =>
  /unsubscribe\/([\w-]+)/.exec(
    mail?.Headers?.find(({ Name }) => Name === 'List-Unsubscribe')?.Value ?? '',
  )?.[1] ?? ''

test('a mail carries the one-click headers, and the same link in both its parts', async () => {
  await world.send(['jane@fabrikam.example'])
  await world.workOff()
  const link = `http://localhost:3024/unsubscribe/${tokenOf()}`
  expect(lastMail()?.Headers).toEqual([
    { Name: 'List-Unsubscribe', Value: `<${link}>` },
    { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
  ])
  expect(lastMail()?.HtmlBody).toContain(link)
  expect(lastMail()?.TextBody).toContain(link)
})

test('who stopped invitations of one website is left out of its sends, with the reason, and of no other’s; until they take it back', async () => {
  const { contacts, invitation } = await world.send(['jane@fabrikam.example'])
  await world.workOff()
  const elsewhere = await world.make.invitation({ contacts })
  valued(await stopInvitations({ deps: world.deps, input: { token: tokenOf() } }))
  expect(await reasonsFor(invitation.id)).toEqual(['unsubscribed'])
  expect(await reasonsFor(elsewhere.id)).toEqual([])
  valued(await allowInvitations({ deps: world.deps, input: { token: tokenOf() } }))
  expect(await reasonsFor(invitation.id)).toEqual([])
})

test('who stops invitations while one is queued does not get it', async () => {
  const { invitation, contacts } = await world.send(['jane@fabrikam.example'])
  await world.workOff()
  valued(await sendInvitations(world.as({ invitationIds: [invitation.id] })))
  valued(await stopInvitations({ deps: world.deps, input: { token: tokenOf() } }))
  await world.workOff()
  expect(world.postmark.taken).toHaveLength(1)
  const mails = valued(await listEmails(world.as({ contactId: contacts[0]?.id }))).items
  expect(mails.map(({ status }) => status).sort()).toEqual(['not_sent', 'sent'])
})

test('a hard bounce and a complaint put the address on the list; a soft bounce does not', async () => {
  const { invitation } = await world.send(['hard@x.example', 'soft@x.example', 'spam@x.example'])
  await world.workOff()
  const tell = (index: number, event: Record<string, unknown>) =>
    recordEmailEvent({
      deps: world.deps,
      input: {
        MessageID: world.postmark.taken[index]?.MessageID,
        ID: index,
        BouncedAt: '2027-01-15T10:00:05Z',
        ...event,
      },
    })
  valued(await tell(0, { RecordType: 'Bounce', Type: 'HardBounce' }))
  valued(await tell(1, { RecordType: 'Bounce', Type: 'SoftBounce' }))
  valued(await tell(2, { RecordType: 'SpamComplaint', Type: 'SpamComplaint' }))
  expect((await list()).map(({ address, reason }) => [address, reason]).sort()).toEqual([
    ['hard@x.example', 'hard_bounce'],
    ['spam@x.example', 'spam_complaint'],
  ])
  expect((await reasonsFor(invitation.id)).sort()).toEqual(['bounced', 'unsubscribed'])
})

test('what Postmark suppresses is on our list from then on, and off it once Postmark mails it again', async () => {
  world.postmark.suppress('gone@x.example', 'ManualSuppression')
  const { invitation } = await world.send(['gone@x.example', 'here@x.example'])
  await world.workOff()
  expect(await list()).toMatchObject([{ address: 'gone@x.example', reason: 'provider' }])
  expect(await reasonsFor(invitation.id)).toEqual(['bounced'])
  await world.deps.database.write([
    {
      sql: "UPDATE emails SET provider_message_id = 'm', status = 'sent' WHERE to_address = 'gone@x.example'",
      args: [],
    },
  ])
  const reactivated = {
    RecordType: 'SubscriptionChange',
    MessageID: 'm',
    ChangedAt: '2027-01-15T11:00:00Z',
    SuppressSending: false,
  }
  valued(await recordEmailEvent({ deps: world.deps, input: reactivated }))
  expect(await list()).toEqual([])
})

test('staff take a bounced address off the list, never one whose owner said no', async () => {
  valued(await createSuppression(world.as({ address: 'Jane@X.example', websiteId: null })))
  expect(await createSuppression(world.as({ address: 'jane@x.example' }))).toMatchObject({
    refusal: 'conflict',
  })
  const [manual] = await list()
  valued(await deleteSuppression(world.as({ id: manual?.id })))
  await world.send(['joe@x.example'])
  await world.workOff()
  valued(await stopInvitations({ deps: world.deps, input: { token: tokenOf() } }))
  const [own] = await list()
  expect(await deleteSuppression(world.as({ id: own?.id }))).toMatchObject({ refusal: 'conflict' })
})

test('privacy: a contact that is deleted leaves a hash on the list, no address, and is still not mailed', async () => {
  const contact = await world.make.contact({ email: 'jane@x.example' })
  valued(await createSuppression(world.as({ address: 'jane@x.example' })))
  valued(await deleteContact(world.as({ id: contact.id })))
  const rows = await world.deps.database.query.select().from(schema.suppressions)
  expect(rows).toMatchObject([{ address: null, addressHash: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  const again = await world.make.contact({ email: 'JANE@x.example' })
  const invitation = await world.make.invitation({ contacts: [again] })
  expect(await reasonsFor(invitation.id)).toEqual(['unsubscribed'])
})
