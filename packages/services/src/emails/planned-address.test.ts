import { afterEach, beforeEach, expect, test } from 'vitest'
import { updateContact } from '../contacts/update.ts'
import { listParkedJobs } from '../jobs/list-parked.ts'
import { retryJob } from '../jobs/retry.ts'
import { sendInvitations } from '../sends/create.ts'
import { staffActor, valued } from '../testing/index.ts'
import { createPostmarkWorld } from '../testing/postmark-world.ts'
import { listEmails } from './list.ts'

let world: Awaited<ReturnType<typeof createPostmarkWorld>>
beforeEach(async () => {
  world = await createPostmarkWorld()
})
afterEach(() => world.remove())

test('invariant 10: a mail that was sent off goes where it was sent off to, or nowhere: an edited address does not redirect it', async () => {
  const { deps, as, postmark } = world
  const { contacts, send: sent } = await world.send(['jane@fabrikam.example', 'joe@fabrikam.example'])
  const actor = staffActor('inviter')
  const edit = (index: number, email: string) =>
    updateContact({ deps, actor, input: { id: contacts[index]?.id ?? '', email } })
  valued(await edit(0, 'mallory@evil.example'))
  valued(await edit(1, 'JOE@fabrikam.example'))
  await world.workOff()
  expect(postmark.taken.map((mail) => mail.To.toLowerCase())).toEqual(['joe@fabrikam.example'])
  const { items } = valued(await listEmails(as({ sendId: sent.id })))
  expect(items.find((email) => email.contactId === contacts[0]?.id)).toMatchObject({
    status: 'not_sent',
    error: 'the address changed; send the invitation again to reach the new one',
  })
})

test('a mail from before addresses were kept goes to the address of the day', async () => {
  await world.send(['jane@fabrikam.example'])
  await world.deps.database.write([
    { sql: 'UPDATE emails SET planned_address = NULL', args: [] },
    { sql: "UPDATE contacts SET email = 'new@fabrikam.example'", args: [] },
  ])
  await world.workOff()
  expect(world.postmark.taken.map((mail) => mail.To)).toEqual(['new@fabrikam.example'])
})

test('invariant 10: a stuck mail is retried, perhaps to another address, only by who may grant what it gives', async () => {
  const { make, deps, as, postmark } = world
  const contact = await make.contact({ email: 'wrong@fabrikam.example' })
  const website = await make.website()
  const webRole = await make.webRole(website.id)
  const invitation = await make.invitation({
    websiteId: website.id,
    contacts: [contact],
    webRoles: [webRole],
  })
  valued(await sendInvitations(as({ invitationIds: [invitation.id] })))
  postmark.refuse('wrong@fabrikam.example', 300, 'Illegal address.')
  await world.workOff()
  valued(await updateContact(as({ id: contact.id, email: 'right@fabrikam.example' })))
  const [job] = valued(await listParkedJobs(as({}))).items
  const retry = (grantable: string[]) =>
    retryJob({ deps, actor: staffActor('inviter', grantable), input: { jobId: job?.id ?? '' } })
  expect(await retry([])).toMatchObject({ refusal: 'forbidden' })
  valued(await retry([webRole.id]))
  await world.workOff()
  expect(postmark.taken.map((mail) => mail.To)).toEqual(['right@fabrikam.example'])
})
