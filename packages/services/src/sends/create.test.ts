import { schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorld, staffActor, workOffJobs } from '../testing/index.ts'
import { ensureBuiltInWorkflows } from '../workflows/ensure-built-ins.ts'
import { deactivateWorkflow } from '../workflows/deactivate.ts'
import { cancelSend } from './cancel.ts'
import { sendInvitations } from './create.ts'
import { getSend } from './get.ts'
import { listSends } from './list.ts'
import { pauseSend } from './pause.ts'
import { planSend } from './plan.ts'
import { resumeSend } from './resume.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
  await ensureBuiltInWorkflows(world)
})
afterEach(() => world.remove())

const as = <T>(input: T) => ({ deps: world.deps, actor: world.operator, input })
const rows = {
  emails: () => world.deps.database.query.select().from(schema.emails),
  jobs: () => world.deps.database.query.select().from(schema.jobs),
  invitations: () => world.deps.database.query.select().from(schema.invitations),
  audit: () => world.deps.database.query.select().from(schema.auditEvents),
  activities: () => world.deps.database.query.select().from(schema.activities),
}

async function send(invitationIds: string[]) {
  const sent = await sendInvitations(as({ invitationIds }))
  if (!sent.ok) throw new Error(sent.detail ?? sent.refusal)
  return sent.value
}

async function invitedContacts(count: number) {
  const contacts = []
  for (let index = 0; index < count; index++) contacts.push(await world.make.contact())
  return contacts
}

test('a plan says of everybody whether they are mailed, and of those who are not, why', async () => {
  const { make, deps } = world
  const jane = await make.contact({ firstName: 'Jane', lastName: 'Doe', email: 'jane@fabrikam.example' })
  const silent = await make.contact({ email: null })
  const guest = await make.contact()
  const past = new Date(deps.now().getTime() - 1)
  const good = await make.invitation({ contacts: [jane] })
  const withoutAddress = await make.invitation({ contacts: [silent] })
  const nobody = await make.invitation({})
  const inactive = await make.invitation({ contacts: [jane], deactivatedAt: past })
  const expired = await make.invitation({ contacts: [jane], expiresAt: deps.now() })
  const full = await make.invitation({
    type: 'group',
    maximumRedemptions: 2,
    redemptionCount: 2,
    contacts: [jane],
  })
  const group = await make.invitation({ type: 'group', contacts: [jane, guest] })
  const declined = await make.invitation({ type: 'group', contacts: [guest] })
  await deps.database.write([
    deps.database.query
      .insert(schema.redemptions)
      .values({ id: deps.newId(), invitationId: group.id, contactId: guest.id, redeemedAt: past }),
    { sql: 'UPDATE invitation_recipients SET declined_at = 1 WHERE invitation_id = ?', args: [declined.id] },
  ])
  const ids = [good, withoutAddress, nobody, inactive, expired, full, group, declined].map(({ id }) => id)
  const plan = await planSend(as({ invitationIds: [...ids, good.id] }))
  if (!plan.ok) throw new Error(plan.refusal)

  expect(plan.value.recipients).toMatchObject([
    { invitationId: good.id, contactId: jane.id, contactName: 'Jane Doe', email: 'jane@fabrikam.example' },
    { invitationId: group.id, contactId: jane.id },
  ])
  expect(
    plan.value.exclusions.map(({ invitationId, contactId, reason }) => [invitationId, contactId, reason]),
  ).toEqual([
    [withoutAddress.id, silent.id, 'no_email'],
    [nobody.id, null, 'no_recipient'],
    [inactive.id, jane.id, 'inactive'],
    [expired.id, jane.id, 'expired'],
    [full.id, jane.id, 'full'],
    [group.id, guest.id, 'already_redeemed'],
    [declined.id, guest.id, 'suppressed'],
  ])
  expect(await rows.emails()).toEqual([])
})

test('a send queues one mail and one job for each recipient, audits itself, and marks nothing else', async () => {
  const [jane, joe] = await invitedContacts(2)
  const silent = await world.make.contact({ email: null })
  const group = await world.make.invitation({
    type: 'group',
    contacts: [jane, joe, silent].filter((contact) => contact !== undefined),
  })
  const sent = await send([group.id])
  expect(sent).toMatchObject({
    planned: 2,
    excluded: [{ invitationId: group.id, contactId: silent.id, reason: 'no_email' }],
  })
  const emails = await rows.emails()
  expect(emails.map(({ contactId, status, sendId }) => ({ contactId, status, sendId }))).toEqual(
    expect.arrayContaining(
      [jane, joe].map((contact) => ({ contactId: contact?.id, status: 'queued', sendId: sent.id })),
    ),
  )
  expect((await rows.jobs()).map((job) => job.payload).sort()).toEqual(
    emails.map(({ id }) => ({ emailId: id })).sort(),
  )
  expect(await rows.invitations()).toMatchObject([{ status: 'new', sentAt: null }])
  expect(await rows.activities()).toEqual([])
  expect(await rows.audit()).toMatchObject([
    {
      action: 'send.created',
      entityId: sent.id,
      after: { planned: 2, excluded: 1, invitationIds: [group.id] },
    },
  ])
  expect(await getSend(as({ sendId: sent.id }))).toMatchObject({
    value: { planned: 2, queued: 2, sent: 0, status: 'queued', excluded: sent.excluded },
  })
})

test('the same decision sent twice is one send', async () => {
  const [jane] = await invitedContacts(1)
  const invitation = await world.make.invitation({ contacts: jane ? [jane] : [] })
  const input = { invitationIds: [invitation.id], sendId: world.deps.newId() }
  const answers = [await sendInvitations(as(input)), await sendInvitations(as(input))]
  expect(answers[1]).toEqual(answers[0])
  expect(await rows.emails()).toHaveLength(1)
})

test('who may not send is refused, and so is an invitation that is gone', async () => {
  const [jane] = await invitedContacts(1)
  const invitation = await world.make.invitation({ contacts: jane ? [jane] : [] })
  const viewer = staffActor('viewer')
  const input = { invitationIds: [invitation.id] }
  expect(await planSend({ deps: world.deps, actor: viewer, input })).toMatchObject({ refusal: 'forbidden' })
  expect(await sendInvitations({ deps: world.deps, actor: viewer, input })).toMatchObject({
    refusal: 'forbidden',
  })
  expect(await sendInvitations(as({ invitationIds: [invitation.id, 'gone'] }))).toMatchObject({
    refusal: 'not_found',
    errors: [{ path: 'invitationIds.1' }],
  })
  expect(await rows.emails()).toEqual([])
})

test('while the Send Invitation workflow is deactivated a send is refused in words, and nothing is queued', async () => {
  const [jane] = await invitedContacts(1)
  const invitation = await world.make.invitation({ contacts: jane ? [jane] : [] })
  const workflows = await world.deps.database.query.select().from(schema.workflows)
  const workflowId = workflows.find((workflow) => workflow.builtInKey === 'send_invitation')?.id ?? ''
  expect(await deactivateWorkflow(as({ workflowId }))).toMatchObject({ value: { status: 'deactivated' } })
  expect(await sendInvitations(as({ invitationIds: [invitation.id] }))).toMatchObject({
    refusal: 'conflict',
    detail: expect.stringContaining('Activate it'),
  })
  expect(await rows.emails()).toEqual([])
})

test('a send of five thousand is written in one batch, within seconds', async () => {
  const { deps, make } = world
  const group = await make.invitation({ type: 'group' })
  await deps.database.write([
    {
      sql: `WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 5000)
        INSERT INTO contacts (id, first_name, email, email_normalised, created_at, updated_at)
        SELECT 'contact-' || value, 'Jane', value || '@fabrikam.example', value || '@fabrikam.example', 1, 1 FROM n`,
      args: [],
    },
    {
      sql: `INSERT INTO invitation_recipients (invitation_id, contact_id, created_at)
        SELECT ?, id, 1 FROM contacts WHERE id LIKE 'contact-%'`,
      args: [group.id],
    },
  ])
  const startedAt = performance.now()
  expect(await send([group.id])).toMatchObject({ planned: 5000 })
  expect(performance.now() - startedAt).toBeLessThan(5000)
  expect(await rows.jobs()).toHaveLength(5000)
})

test('a paused send holds its mails until it is resumed', async () => {
  const invitation = await world.make.invitation({ type: 'group', contacts: await invitedContacts(3) })
  const { id } = await send([invitation.id])
  expect(await pauseSend(as({ sendId: id }))).toMatchObject({ value: { status: 'paused' } })
  expect(await workOffJobs(world.deps)).toEqual([])
  expect(await pauseSend(as({ sendId: id }))).toMatchObject({
    refusal: 'conflict',
    detail: 'This send is paused.',
  })

  expect(await resumeSend(as({ sendId: id }))).toMatchObject({ value: { status: 'sending' } })
  await workOffJobs(world.deps)
  expect(await getSend(as({ sendId: id }))).toMatchObject({
    value: { status: 'completed', sent: 3, queued: 0 },
  })
  expect(await resumeSend(as({ sendId: id }))).toMatchObject({ refusal: 'conflict' })
})

test('a cancelled send mails nobody who still waits, and says so on the timelines', async () => {
  const invitation = await world.make.invitation({ type: 'group', contacts: await invitedContacts(2) })
  const { id } = await send([invitation.id])
  await pauseSend(as({ sendId: id }))
  expect(await cancelSend(as({ sendId: id }))).toMatchObject({
    value: { status: 'cancelled', queued: 0, notSent: 2 },
  })
  expect(await workOffJobs(world.deps)).toEqual([])
  expect((await rows.activities()).map(({ type }) => type)).toEqual(['email_not_sent', 'email_not_sent'])
  expect(await rows.invitations()).toMatchObject([{ status: 'new' }])
  expect(await cancelSend(as({ sendId: id }))).toMatchObject({ refusal: 'conflict' })
  expect(await cancelSend(as({ sendId: 'gone' }))).toMatchObject({ refusal: 'not_found' })
})

test('a send with nobody to mail is completed at once and tells whom it left out', async () => {
  const invitation = await world.make.invitation({})
  const { id } = await send([invitation.id])
  expect(await getSend(as({ sendId: id }))).toMatchObject({
    value: { status: 'completed', planned: 0, excluded: [{ reason: 'no_recipient' }] },
  })
  expect(await listSends(as({}))).toMatchObject({ value: { items: [{ id }], totalCount: 1 } })
})
