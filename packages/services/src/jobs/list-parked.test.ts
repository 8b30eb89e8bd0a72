import { claimJobs, failJobs } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sendInvitations } from '../sends/create.ts'
import { valued } from '../testing/valued.ts'
import { createWorld } from '../testing/world.ts'
import { ensureBuiltInWorkflows } from '../workflows/ensure-built-ins.ts'
import { redeemInvitation } from '../redemptions/redeem.ts'
import { listParkedJobs } from './list-parked.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => (world = await createWorld()))
afterEach(() => world.remove())

const list = async (search = '') =>
  valued(await listParkedJobs({ deps: world.deps, actor: world.operator, input: { search } }))

/** A minute later every job that waits is tried once, in vain for good. */
async function parkAll() {
  const { database } = world.deps
  world.moveTo(new Date(world.deps.now().getTime() + 60_000))
  const jobs = await claimJobs(database, {
    kinds: ['send_email', 'run_workflow'],
    maximumPriority: 99,
    limit: 100,
    leaseToken: 'a lease',
    leaseEndsAt: new Date(world.deps.now().getTime() + 60_000),
    now: world.deps.now(),
  })
  const failed = jobs.map(({ id }) => ({ id, runAt: null, reason: 'The mailbox is full.' }))
  await database.write([failJobs('a lease', failed, world.deps.now())])
  return jobs
}

test('a parked mail says to whom and of which invitation it is, and is found by either', async () => {
  await ensureBuiltInWorkflows({ deps: world.deps })
  const contact = await world.make.contact({ email: 'jane@contoso.example' })
  const invitation = await world.make.invitation({ name: 'Supplier portal', contacts: [contact] })
  const { id: sendId } = valued(
    await sendInvitations({
      deps: world.deps,
      actor: world.operator,
      input: { invitationIds: [invitation.id] },
    }),
  )
  expect((await list()).items).toEqual([])
  await parkAll()

  expect((await list()).items).toMatchObject([
    {
      kind: 'send_email',
      email: {
        kind: 'invitation',
        toAddress: 'jane@contoso.example',
        sendId,
        invitationId: invitation.id,
        invitationName: 'Supplier portal',
      },
      workflowRun: null,
      lastError: 'The mailbox is full.',
      attempts: 1,
    },
  ])
  for (const search of ['jane@', 'supplier', 'mailbox full']) expect((await list(search)).totalCount).toBe(1)
  expect((await list('toAddress')).totalCount).toBe(0)
})

test('a parked workflow run says which workflow it is and for whom', async () => {
  const workflow = await world.make.workflow()
  const contact = await world.make.contact({ firstName: 'Jane', lastName: 'Doe' })
  const invitee = await world.make.invitee({ contactId: contact.id })
  const invitation = await world.make.invitation({
    type: 'group',
    redemptionWorkflowId: workflow.id,
    contacts: [contact],
  })
  valued(
    await redeemInvitation({
      deps: world.deps,
      redeemer: { userId: invitee.id, name: invitee.name, ipAddress: null, userAgent: null },
      input: { code: invitation.code },
    }),
  )
  await parkAll()

  expect((await list()).items).toMatchObject([
    {
      kind: 'run_workflow',
      email: null,
      workflowRun: {
        workflowId: workflow.id,
        contactId: contact.id,
        contactFirstName: 'Jane',
        contactLastName: 'Doe',
      },
    },
  ])
})
