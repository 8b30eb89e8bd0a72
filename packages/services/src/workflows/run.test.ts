import { schema } from '@usher/database'
import { connect } from '@usher/database/node'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimJobs } from '../jobs/claim.ts'
import { retryJob } from '../jobs/retry.ts'
import { redeemInvitation } from '../redemptions/redeem.ts'
import { createWorld, workOffJobs } from '../testing/index.ts'
import { ensureBuiltInWorkflows } from './ensure-built-ins.ts'
import { listWorkflows } from './list.ts'
import { runWorkflow } from './run.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld({ now: new Date() })
  await ensureBuiltInWorkflows(world)
})
afterEach(() => world.remove())

const rowsOf = {
  runs: () => world.deps.database.query.select().from(schema.workflowRuns),
  steps: () => world.deps.database.query.select().from(schema.workflowRunSteps),
  emails: () => world.deps.database.query.select().from(schema.emails),
  activities: async () =>
    (await world.deps.database.query.select().from(schema.activities)).map((activity) => activity.type),
}

/** A redemption whose invitation starts the Welcome workflow. */
async function redeem({ email = 'jane@fabrikam.example' as string | null } = {}) {
  const { make, deps } = world
  const found = await listWorkflows({ deps, actor: world.operator, input: { trigger: 'redemption' } })
  const workflowId = found.ok ? (found.value.items[0]?.id ?? null) : null
  const contact = await make.contact({ email })
  const user = await make.invitee({ contactId: contact.id })
  const invitation = await make.invitation({ contacts: [contact], redemptionWorkflowId: workflowId })
  const redeemed = await redeemInvitation({
    deps,
    redeemer: { userId: user.id, name: 'Jane', ipAddress: null, userAgent: null },
    input: { code: invitation.code },
  })
  if (!redeemed.ok) throw new Error(redeemed.refusal)
  world.moveTo(new Date(Date.now() + 1000))
  return contact
}

const claim = () =>
  claimJobs({
    deps: world.deps,
    input: { kinds: ['run_workflow'], maximumPriority: 1000, limit: 1, leaseMilliseconds: 1000 },
  })

test('two processes that start at once make each built-in workflow once', async () => {
  const fresh = await createWorld()
  const second = { ...fresh.deps, database: connect({ url: fresh.url }) }
  await Promise.all([
    ensureBuiltInWorkflows(fresh),
    ensureBuiltInWorkflows({ deps: second }),
    ensureBuiltInWorkflows(fresh),
  ])
  expect(await fresh.deps.database.query.select().from(schema.workflows)).toHaveLength(2)
  expect(await fresh.deps.database.query.select().from(schema.workflowVersions)).toHaveLength(2)
  second.database.close()
  await fresh.remove()
})

test('a redemption starts its workflow, which welcomes the contact by mail and tells so on the timeline', async () => {
  const contact = await redeem()
  await workOffJobs(world.deps)
  expect(await rowsOf.runs()).toMatchObject([{ status: 'completed', contactId: contact.id, error: null }])
  expect(await rowsOf.steps()).toMatchObject([{ position: 0, stepKey: 'welcome_mail', status: 'completed' }])
  expect(await rowsOf.emails()).toMatchObject([
    { kind: 'workflow', status: 'sent', toAddress: 'jane@fabrikam.example', contactId: contact.id },
  ])
  expect(await rowsOf.activities()).toEqual(
    expect.arrayContaining(['invite_redemption', 'workflow_started', 'workflow_completed', 'email_sent']),
  )
})

test('a run that two workers believe to hold has each effect once', async () => {
  await redeem()
  const stale = await claim()
  world.moveTo(new Date(world.deps.now().getTime() + 2000))
  const present = await claim()
  const [first, second] = [stale?.jobs[0], present?.jobs[0]]
  if (!stale || !present || !first || !second) throw new Error('nothing was claimed')
  const ends = await Promise.all([
    runWorkflow({ deps: world.deps, leaseToken: stale.token, job: first }),
    runWorkflow({ deps: world.deps, leaseToken: present.token, job: second }),
  ])
  expect(ends).toEqual(['lease_lost', 'completed'])
  expect(await rowsOf.emails()).toHaveLength(1)
  expect(await rowsOf.steps()).toHaveLength(1)
  expect((await rowsOf.activities()).filter((type) => type === 'workflow_completed')).toHaveLength(1)
})

test('a run that was stopped between two steps goes on with the second', async () => {
  await redeem()
  const [version] = await world.deps.database.query.select().from(schema.workflowVersions).limit(10).offset(1)
  const steps = [...(version?.definition.steps ?? [])]
  const [welcome] = steps
  if (!version || !welcome) throw new Error('there is no welcome')
  await world.deps.database.write([
    world.deps.database.query
      .update(schema.workflowVersions)
      .set({ definition: { ...version.definition, steps: [welcome, { ...welcome, key: 'second_mail' }] } }),
  ])
  const lease = await claim()
  const job = lease?.jobs[0]
  if (!lease || !job) throw new Error('nothing was claimed')

  // The worker dies after the first step: its third write (start, step, step) never comes.
  let writes = 0
  const dying = {
    ...world.deps,
    database: {
      ...world.deps.database,
      write: ((statements) => {
        if (++writes === 3) throw new Error('killed')
        return world.deps.database.write(statements)
      }) as typeof world.deps.database.write,
    },
  }
  await expect(runWorkflow({ deps: dying, leaseToken: lease.token, job })).rejects.toThrow('killed')
  expect(await rowsOf.steps()).toHaveLength(1)

  world.moveTo(new Date(world.deps.now().getTime() + 2000))
  await workOffJobs(world.deps)
  expect((await rowsOf.steps()).map((step) => [step.position, step.stepKey])).toEqual([
    [0, 'welcome_mail'],
    [1, 'second_mail'],
  ])
  expect(await rowsOf.emails()).toHaveLength(2)
  expect((await rowsOf.activities()).filter((type) => type === 'workflow_started')).toHaveLength(1)
})

test('a run that cannot go on is parked with its reason; put right and retried, it ends', async () => {
  const contact = await redeem({ email: null })
  await workOffJobs(world.deps)
  expect(await rowsOf.runs()).toMatchObject([
    { status: 'parked', error: expect.stringContaining('no e-mail address') },
  ])
  expect(await rowsOf.activities()).toContain('workflow_failed')

  await world.deps.database.write([
    world.deps.database.query.update(schema.contacts).set({ email: 'jane@fabrikam.example' }),
  ])
  const [job] = await world.deps.database.query.select().from(schema.jobs)
  await retryJob({ deps: world.deps, actor: world.operator, input: { jobId: job?.id ?? '' } })
  await workOffJobs(world.deps)
  expect(await rowsOf.runs()).toMatchObject([{ status: 'completed', contactId: contact.id, error: null }])
  expect(await rowsOf.steps()).toMatchObject([{ status: 'completed', attempts: 2, error: null }])
  expect(await rowsOf.emails()).toMatchObject([{ status: 'sent' }])
})
