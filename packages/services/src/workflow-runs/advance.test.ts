import { DatabaseUnavailableError, insertRuns, schema } from '@usher/database'
import { connect } from '@usher/database/node'
import type { Step } from '@usher/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimJobs } from '../jobs/claim.ts'
import { retryJob } from '../jobs/retry.ts'
import { redeemInvitation } from '../redemptions/redeem.ts'
import { createWorld, valued, workOffJobs } from '../testing/index.ts'
import { ensureBuiltInWorkflows } from '../workflows/ensure-built-ins.ts'
import { listWorkflows } from '../workflows/list.ts'
import { activateWorkflow } from '../workflows/activate.ts'
import { updateWorkflow } from '../workflows/update.ts'
import { startListening } from '../events/listening.ts'
import { updateContact } from '../contacts/update.ts'
import { createWebhookEndpoint } from '../webhooks/create.ts'
import type { WebhookAnswer, WebhookRequest } from '../webhooks/sender.ts'
import { advanceRuns } from './advance.ts'

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

const tag = (key: string): Step => ({ key, kind: 'add_tag', tag: key })
const days = (amount: number) => ({ amount, unit: 'days' }) as const
const makeRole = async () => world.make.webRole((await world.make.website()).id)

/** A run of these steps for a new contact, not yet begun. */
async function begin(
  steps: Step[],
  { activatedById = null, email = undefined as string | undefined } = {} as {
    activatedById?: string | null
    email?: string
  },
) {
  const { make, deps } = world
  const contact = await make.contact(email === undefined ? {} : { email })
  const workflow = await make.workflow({ steps, trigger: 'manual', activatedById })
  const run = deps.newId()
  await deps.database.write(
    insertRuns(
      [
        {
          id: run,
          jobId: deps.newId(),
          workflowId: workflow.id,
          contactId: contact.id,
          invitationId: null,
          redemptionId: null,
          key: `test:${run}`,
          beganBy: 'manual',
          startedById: null,
          parentRunId: null,
          depth: 0,
        },
      ],
      { priority: 20, now: deps.now() },
    ),
  )
  return { run, contact, workflow }
}

const runOf = async (id: string) => (await rowsOf.runs()).find((run) => run.id === id)
const stepsOf = async (runId: string) =>
  (await rowsOf.steps())
    .filter((step) => step.runId === runId)
    .sort((a, b) => a.position - b.position)
    .map((step) => `${step.stepKey} ${step.status} ${step.attempts}`)
const outputsOf = async (runId: string) =>
  (await rowsOf.steps()).filter((step) => step.runId === runId).map((step) => step.output)
const keyOf = (step: string) => step.split(' ')[0]
/** Time goes by, and the worker does what is due then. */
async function pass(seconds: number) {
  world.moveTo(new Date(world.deps.now().getTime() + seconds * 1000))
  await workOffJobs(world.deps)
}
const day = 24 * 60 * 60

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
  if (!stale || !present) throw new Error('nothing was claimed')
  const ends = await Promise.all([
    advanceRuns({ deps: world.deps, lease: stale }),
    advanceRuns({ deps: world.deps, lease: present }),
  ])
  expect(ends).toMatchObject([
    { completed: 0, lost: 1 },
    { completed: 1, lost: 0 },
  ])
  expect(await rowsOf.emails()).toHaveLength(1)
  expect(await rowsOf.steps()).toHaveLength(1)
  expect((await rowsOf.activities()).filter((type) => type === 'workflow_completed')).toHaveLength(1)
})

test('a run that was stopped between two steps goes on with the second, and does the first no second time', async () => {
  const role = await makeRole()
  const { run } = await begin([
    tag('first'),
    { key: 'role', kind: 'add_web_role', webRoleId: role.id, lasts: null },
    tag('last'),
  ])
  const lease = await claim()
  if (!lease) throw new Error('nothing was claimed')

  // The worker dies after the first step: its second write never comes.
  let writes = 0
  const dying = {
    ...world.deps,
    database: {
      ...world.deps.database,
      write: ((statements) => {
        if (++writes === 2) throw new DatabaseUnavailableError('killed')
        return world.deps.database.write(statements)
      }) as typeof world.deps.database.write,
    },
  }
  await expect(advanceRuns({ deps: dying, lease })).rejects.toThrow('killed')
  expect(await stepsOf(run)).toEqual(['first completed 1'])

  await pass(2)
  expect(await stepsOf(run)).toEqual(['first completed 1', 'role completed 1', 'last completed 1'])
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

test('a wait lasts as long as it says and survives whoever worked on it: nothing is due before, the next step follows after', async () => {
  const { run } = await begin([
    tag('first'),
    { key: 'wait', kind: 'wait_duration', duration: days(2) },
    tag('last'),
  ])
  await pass(1)
  expect(await runOf(run)).toMatchObject({ status: 'waiting', waitingFor: 'time' })
  await pass(2 * day - 2)
  expect(await stepsOf(run)).toEqual(['first completed 1', 'wait waiting 1'])
  await pass(2)
  expect(await runOf(run)).toMatchObject({ status: 'completed' })
  expect(await stepsOf(run)).toEqual(['first completed 1', 'wait completed 1', 'last completed 1'])
})

test('a clock that jumps ahead ends a wait once, one that jumps back holds nobody up for ever', async () => {
  const { run } = await begin([
    { key: 'wait', kind: 'wait_duration', duration: { amount: 1, unit: 'hours' } },
    tag('last'),
  ])
  await pass(1)
  // A worker claims with a clock an hour ahead, dies, and the clock is put right.
  await pass(-30 * 60)
  expect(await runOf(run)).toMatchObject({ status: 'waiting' })
  await pass(10 * day)
  expect(await runOf(run)).toMatchObject({ status: 'completed' })
  await pass(-5 * day)
  expect(await stepsOf(run)).toEqual(['wait completed 1', 'last completed 1'])
})

test('a lease from a clock that was hours ahead holds nobody up', async () => {
  const { run } = await begin([tag('first')])
  world.moveTo(new Date(world.deps.now().getTime() + 8 * 60 * 60 * 1000))
  await claim()
  await pass(-8 * 60 * 60 + 2)
  expect(await runOf(run)).toMatchObject({ status: 'completed' })
})

test('a date that is past is no wait; one that is empty parks the run with the reason', async () => {
  const past = await begin([{ key: 'until', kind: 'wait_until', date: 'date("2020-01-01")' }, tag('last')])
  const empty = await begin([{ key: 'until', kind: 'wait_until', date: 'invitation.expiresAt' }])
  await pass(1)
  expect(await runOf(past.run)).toMatchObject({ status: 'completed' })
  expect(await runOf(empty.run)).toMatchObject({
    status: 'parked',
    error: expect.stringContaining('is empty here'),
  })
})

test('a branch goes by what is so when it is reached, and by what earlier steps left behind', async () => {
  const { run, contact } = await begin([
    { key: 'vip', kind: 'add_tag', tag: '{{ upper("vip") }}' },
    {
      key: 'fork',
      kind: 'branch',
      condition: 'steps.vip.added and contact.email contains "@contoso."',
      then: [tag('yes'), { key: 'end', kind: 'stop', reason: '' }],
      else: [tag('no')],
    },
    tag('never'),
  ])
  await pass(1)
  expect((await stepsOf(run)).map(keyOf)).toEqual(['vip', 'fork', 'yes', 'end'])
  const tags = await world.deps.database.query.select().from(schema.contactTags)
  expect(
    tags
      .filter((each) => each.contactId === contact.id)
      .map((each) => each.tag)
      .sort(),
  ).toEqual(['VIP', 'yes'])
})

test('fields of contact and account are changed and audited; what does not fit parks the run', async () => {
  const { run, contact } = await begin([
    {
      key: 'firm',
      kind: 'create_account',
      name: 'Fabrikam',
      number: '',
      email: '',
      websiteUrl: '',
      assignContact: true,
      reuseByName: true,
    },
    {
      key: 'name',
      kind: 'update_contact',
      fields: { lastName: '{{ upper(contact.firstName) }}', locale: 'de' },
    },
    { key: 'more', kind: 'update_account', fields: { number: 'A-{{ steps.firm.created }}' } },
    { key: 'bad', kind: 'update_contact', fields: { email2: 'no address' } },
  ])
  await pass(1)
  const [changed] = (await world.deps.database.query.select().from(schema.contacts)).filter(
    ({ id }) => id === contact.id,
  )
  expect(changed).toMatchObject({ lastName: 'JANE', locale: 'de', email: contact.email })
  expect(await world.deps.database.query.select().from(schema.accounts)).toMatchObject([
    { id: changed?.accountId, name: 'Fabrikam', number: 'A-true' },
  ])
  expect(await runOf(run)).toMatchObject({ status: 'parked', error: expect.stringContaining('email2') })
  const audited = (await world.deps.database.query.select().from(schema.auditEvents)).map(
    (event) => event.action,
  )
  expect(audited).toEqual(expect.arrayContaining(['account.created', 'contact.updated', 'account.updated']))
})

test('an account that is there by its name is taken, not made twice', async () => {
  const { id } = await world.make.account('Fabrikam')
  const step: Step = {
    key: 'firm',
    kind: 'create_account',
    name: 'fabrikam',
    number: '',
    email: '',
    websiteUrl: '',
    assignContact: true,
    reuseByName: true,
  }
  const { run } = await begin([step])
  await pass(1)
  expect(await outputsOf(run)).toEqual([{ accountId: id, created: false }])
})

test('invariant 10: a step gives a web role only while whoever activated the workflow may grant it, looked at again at the run', async () => {
  const role = await makeRole()
  const admin = await world.make.staffUser({ role: 'admin' })
  const { run, contact } = await begin(
    [{ key: 'role', kind: 'add_web_role', webRoleId: role.id, lasts: days(30) }],
    {
      activatedById: admin.id,
    },
  )
  await world.deps.database.client.execute("UPDATE staff_users SET role = 'inviter'")
  await pass(1)
  expect(await runOf(run)).toMatchObject({
    status: 'parked',
    error: expect.stringContaining('may not grant this web role'),
  })
  expect(await world.deps.database.query.select().from(schema.grants)).toEqual([])

  await world.deps.database.client.execute("UPDATE staff_users SET role = 'admin'")
  const [job] = await world.deps.database.query.select().from(schema.jobs)
  valued(await retryJob({ deps: world.deps, actor: world.operator, input: { jobId: job?.id ?? '' } }))
  await pass(1)
  expect(await runOf(run)).toMatchObject({ status: 'completed' })
  expect(await world.deps.database.query.select().from(schema.grants)).toMatchObject([
    { contactId: contact.id, webRoleId: role.id, grantedById: admin.id, endsAt: expect.any(Date) },
  ])
})

test('a web role that is there already is not given twice, and one taken away is gone', async () => {
  const role = await makeRole()
  const add = (key: string): Step => ({ key, kind: 'add_web_role', webRoleId: role.id, lasts: null })
  const { run } = await begin([
    add('one'),
    add('two'),
    { key: 'off', kind: 'remove_web_role', webRoleId: role.id },
  ])
  await pass(1)
  expect(await outputsOf(run)).toEqual([{ added: true }, { added: false }, { removed: true }])
  expect(await world.deps.database.query.select().from(schema.grants)).toMatchObject([
    { revokedAt: expect.any(Date) },
  ])
})

test('a workflow starts another for the same contact, once; after ten that start each other the run is parked', async () => {
  const end = await world.make.workflow({ trigger: 'manual', steps: [tag('end')] })
  const { run } = await begin([{ key: 'next', kind: 'start_workflow', workflowId: end.id }])
  await pass(1)
  const child = (await rowsOf.runs()).find((each) => each.workflowId === end.id)
  expect(child).toMatchObject({ parentRunId: run, depth: 1, beganBy: 'workflow', status: 'completed' })

  const { run: deep } = await begin([{ key: 'next', kind: 'start_workflow', workflowId: end.id }])
  await world.deps.database.client.execute({
    sql: 'UPDATE workflow_runs SET depth = 10 WHERE id = ?',
    args: [deep],
  })
  await pass(1)
  expect(await runOf(deep)).toMatchObject({
    status: 'parked',
    error: expect.stringContaining('10 workflows'),
  })
})

test('a run keeps the version that it began with', async () => {
  const { run, workflow } = await begin([
    { key: 'wait', kind: 'wait_duration', duration: days(1) },
    tag('old'),
  ])
  await pass(1)
  const actor = world.operator
  const definition = { trigger: 'manual', steps: [tag('new')] }
  valued(await updateWorkflow({ deps: world.deps, actor, input: { workflowId: workflow.id, definition } }))
  valued(await activateWorkflow({ deps: world.deps, actor, input: { workflowId: workflow.id } }))
  await pass(day)
  expect((await stepsOf(run)).map(keyOf)).toEqual(['wait', 'old'])
})

test('a poison run is tried again later and parked in the end, where staff see it; the runs beside it go on', async () => {
  const { run: poison } = await begin([tag('never')])
  const { run: well } = await begin([tag('fine')])
  await world.deps.database.client.execute(
    `CREATE TRIGGER poison BEFORE INSERT ON contact_tags WHEN NEW.tag = 'never' BEGIN SELECT raise(ABORT, 'no'); END`,
  )
  await pass(1)
  expect(await runOf(well)).toMatchObject({ status: 'completed' })
  expect(await runOf(poison)).toMatchObject({ status: 'queued' })
  for (let attempt = 0; attempt < 5; attempt++) await pass(3 * 60 * 60)
  expect(await runOf(poison)).toMatchObject({
    status: 'parked',
    error: expect.stringContaining('unexpected'),
  })
  await world.deps.database.client.execute('DROP TRIGGER poison')
  const [job] = (await world.deps.database.query.select().from(schema.jobs)).filter(
    ({ parkedAt }) => parkedAt,
  )
  valued(await retryJob({ deps: world.deps, actor: world.operator, input: { jobId: job?.id ?? '' } }))
  await pass(1)
  expect(await runOf(poison)).toMatchObject({ status: 'completed' })
})

const webhookStep: Step = {
  key: 'crm',
  kind: 'call_webhook',
  endpointId: 'crm',
  eventType: 'contact.joined',
  fields: { email: '{{ contact.email }}', count: '{{ length(contact.tags) }}' },
}
const makeEndpoint = async () => {
  const input = { name: 'CRM', url: 'https://crm.example.com/' }
  return valued(await createWebhookEndpoint({ deps: world.deps, actor: world.operator, input }))
}

test('a webhook step waits for its answer, which later steps can use; the message has the same id however often it is tried', async () => {
  const { id: endpointId } = await makeEndpoint()
  const { run, contact } = await begin([
    { ...webhookStep, endpointId },
    {
      key: 'fork',
      kind: 'branch',
      condition: 'steps.crm.ok and steps.crm.status = 201',
      then: [tag('told')],
      else: [],
    },
  ])
  const requests: WebhookRequest[] = []
  const answers: WebhookAnswer[] = [
    { outcome: 'unreachable', reason: 'it refused the connection' },
    { outcome: 'answered', status: 201, body: '{"token":"s3cret","id":7}' },
  ]
  const sender = {
    send: (request: WebhookRequest) => {
      requests.push(request)
      return Promise.resolve(
        answers[requests.length - 1] ?? answers[1] ?? { outcome: 'blocked' as const, reason: '' },
      )
    },
  }
  const passWith = (seconds: number) => {
    world.moveTo(new Date(world.deps.now().getTime() + seconds * 1000))
    return workOffJobs(world.deps, undefined, sender)
  }
  await passWith(1)
  expect(await runOf(run)).toMatchObject({ status: 'waiting', waitingFor: 'delivery' })
  await passWith(10)
  expect(await runOf(run)).toMatchObject({ status: 'completed' })
  expect(await stepsOf(run)).toEqual(['crm completed 1', 'fork completed 1', 'told completed 1'])
  expect(requests.map(({ headers }) => headers['webhook-id'])).toEqual([
    requests[0]?.headers['idempotency-key'],
    requests[0]?.headers['webhook-id'],
  ])
  expect(JSON.parse(requests[0]?.body ?? '')).toMatchObject({
    type: 'contact.joined',
    data: { runId: run, step: 'crm', fields: { email: contact.email, count: 0 } },
  })
  expect(await outputsOf(run)).toContainEqual(
    expect.objectContaining({ ok: true, status: 201, attempts: 2, body: '{"token":"[redacted]","id":7}' }),
  )
})

test('a webhook that never gets through parks the run with the reason; retried, it is sent again under its old id', async () => {
  const { id: endpointId } = await makeEndpoint()
  const { run } = await begin([{ ...webhookStep, endpointId }])
  const ids: (string | undefined)[] = []
  let answer: WebhookAnswer = { outcome: 'blocked', reason: 'its address is inside a private network' }
  const sender = {
    send: ({ headers }: WebhookRequest) => {
      ids.push(headers['webhook-id'])
      return Promise.resolve(answer)
    },
  }
  await workOffJobs(world.deps, undefined, sender)
  expect(await runOf(run)).toMatchObject({
    status: 'parked',
    error: expect.stringContaining('private network'),
  })
  const [job] = (await world.deps.database.query.select().from(schema.jobs)).filter(
    ({ parkedAt }) => parkedAt,
  )
  valued(await retryJob({ deps: world.deps, actor: world.operator, input: { jobId: job?.id ?? '' } }))
  answer = { outcome: 'answered', status: 200, body: '' }
  await workOffJobs(world.deps, undefined, sender)
  expect(await runOf(run)).toMatchObject({ status: 'completed' })
  expect(new Set(ids).size).toBe(1)
})

test('a run that waits for an event goes on when it happens to its contact, or when its time is over', async () => {
  const wait: Step = { key: 'seen', kind: 'wait_for_event', event: 'contact.updated', timeout: days(1) }
  const steps: Step[] = [
    wait,
    { key: 'fork', kind: 'branch', condition: 'steps.seen.happened', then: [tag('yes')], else: [tag('no')] },
  ]
  const lucky = await begin(steps)
  const late = await begin(steps)
  await pass(1)
  valued(
    await updateContact({
      deps: world.deps,
      actor: world.operator,
      input: { id: lucky.contact.id, firstName: 'X' },
    }),
  )
  await pass(1)
  expect((await stepsOf(lucky.run)).map(keyOf)).toEqual(['seen', 'fork', 'yes'])
  expect(await runOf(late.run)).toMatchObject({ status: 'waiting', waitingFor: 'contact.updated' })
  await pass(day)
  expect((await stepsOf(late.run)).map(keyOf)).toEqual(['seen', 'fork', 'no'])
})

test('workflows begin by what happens to an invitation: an expiry begins one for each who has not redeemed', async () => {
  const workflow = await world.make.workflow({ trigger: 'expiry', steps: [tag('late')] })
  const contacts = [await world.make.contact(), await world.make.contact()]
  const expiresAt = new Date(world.deps.now().getTime() + 60_000)
  await world.deps.database.write(startListening(world.deps))
  await world.make.invitation({ type: 'group', contacts, expiresAt })
  await pass(1)
  expect(await rowsOf.runs()).toEqual([])
  await pass(60)
  await pass(60)
  expect(
    (await rowsOf.runs()).map((run) => [run.workflowId, run.beganBy, run.status, run.contactId]).sort(),
  ).toEqual(contacts.map(({ id }) => [workflow.id, 'expiry', 'completed', id]).sort())
})
