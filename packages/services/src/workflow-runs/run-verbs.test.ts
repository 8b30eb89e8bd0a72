import { schema } from '@usher/database'
import type { Step } from '@usher/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createInvitation } from '../invitations/create.ts'
import { createWorld, staffActor, valued, workOffJobs } from '../testing/index.ts'
import { cancelWorkflowRuns } from './cancel.ts'
import { decideApproval } from './decide.ts'
import { dryRunWorkflow } from './dry-run.ts'
import { getWorkflowRun } from './get.ts'
import { replayWorkflowRuns } from './replay.ts'
import { retryWorkflowRuns } from './retry.ts'
import { startWorkflow } from './start.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => (world = await createWorld()))
afterEach(() => world.remove())

const tag = (key: string): Step => ({ key, kind: 'add_tag', tag: key })
const ask: Step = {
  key: 'ask',
  kind: 'ask_approval',
  question: 'Let {{ contact.email }} in?',
  timeout: { amount: 3, unit: 'days' },
}
const call = <T>(input: T, actor: Parameters<typeof startWorkflow>[0]['actor'] = world.operator) => ({
  deps: world.deps,
  actor,
  input,
})
const runs = () => world.deps.database.query.select().from(schema.workflowRuns)
const runIds = async () => (await runs()).map(({ id }) => id)

async function start(steps: Step[], count = 1) {
  const workflow = await world.make.workflow({ trigger: 'manual', steps })
  const contacts = await Promise.all(Array.from({ length: count }, () => world.make.contact()))
  const contactIds = contacts.map(({ id }) => id)
  valued(await startWorkflow(call({ workflowId: workflow.id, contactIds })))
  await workOffJobs(world.deps)
  return { workflow, contacts }
}

test('a workflow is started on demand for contacts and for those whom invitations invite, each once', async () => {
  const workflow = await world.make.workflow({ trigger: 'manual', steps: [tag('seen')] })
  const contacts = [await world.make.contact(), await world.make.contact()]
  const invitation = await world.make.invitation({ type: 'group', contacts })
  const input = {
    workflowId: workflow.id,
    contactIds: [contacts[0]?.id ?? ''],
    invitationIds: [invitation.id],
  }
  expect(await startWorkflow(call(input))).toMatchObject({ value: { count: 3 } })
  await workOffJobs(world.deps)
  expect((await runs()).map((run) => [run.beganBy, run.status])).toEqual(
    Array(3).fill(['manual', 'completed']),
  )
  const redemption = await world.make.workflow()
  expect(await startWorkflow(call({ ...input, workflowId: redemption.id }))).toMatchObject({
    refusal: 'conflict',
  })
  expect(await startWorkflow(call(input, staffActor('viewer')))).toMatchObject({ refusal: 'forbidden' })
})

test('invariant 10: who may not grant what a workflow gives can neither start, replay nor approve it, nor name it on an invitation', async () => {
  const website = await world.make.website()
  const role = await world.make.webRole(website.id)
  const give: Step = { key: 'role', kind: 'add_web_role', webRoleId: role.id, lasts: null }
  const inviter = staffActor('inviter')
  const trusted = staffActor('inviter', [role.id])
  const { workflow, contacts } = await start([ask, give])
  const [runId = ''] = await runIds()
  const decision = { workflowRunId: runId, approved: true }
  const again = { workflowId: workflow.id, contactIds: contacts.map(({ id }) => id) }
  expect(await startWorkflow(call(again, inviter))).toMatchObject({ refusal: 'forbidden' })
  expect(await decideApproval(call(decision, inviter))).toMatchObject({ refusal: 'forbidden' })
  expect(await decideApproval(call(decision, trusted))).toMatchObject({ ok: true })
  await workOffJobs(world.deps)
  expect(await replayWorkflowRuns(call({ workflowRunIds: [runId] }, inviter))).toMatchObject({
    refusal: 'forbidden',
  })

  // Also through a workflow that starts the one which gives it.
  const outer = await world.make.workflow({
    steps: [{ key: 'next', kind: 'start_workflow', workflowId: workflow.id }],
  })
  const invitation = {
    name: 'X',
    type: 'group' as const,
    websiteId: website.id,
    invitedContactIds: [],
    webRoleIds: [],
  }
  const named = { ...invitation, redemptionWorkflowId: outer.id }
  const owner = await world.make.staffUser({ role: 'inviter' })
  const asOwner = { ...inviter, id: owner.id }
  expect(await createInvitation(call(named, asOwner))).toMatchObject({
    refusal: 'forbidden',
    detail: expect.stringContaining('workflow'),
  })
  expect(await createInvitation(call(invitation, asOwner))).toMatchObject({ ok: true })
})

test('an approval is decided once; declined, the run takes the other way; nobody in time is a no', async () => {
  const steps: Step[] = [
    ask,
    { key: 'fork', kind: 'branch', condition: 'steps.ask.approved', then: [tag('in')], else: [tag('out')] },
  ]
  await start(steps, 3)
  const [yes = '', no = '', late = ''] = await runIds()
  const decide = (workflowRunId: string, approved: boolean) =>
    decideApproval(call({ workflowRunId, approved, comment: 'Known.' }))
  valued(await decide(yes, true))
  expect(await decide(yes, false)).toMatchObject({ refusal: 'conflict' })
  valued(await decide(no, false))
  await workOffJobs(world.deps)
  world.moveTo(new Date(world.deps.now().getTime() + 3 * 24 * 60 * 60 * 1000))
  await workOffJobs(world.deps)
  const ways = []
  for (const workflowRunId of [yes, no, late])
    ways.push(
      valued(await getWorkflowRun(call({ workflowRunId }))).steps.map(({ stepKey, output }) => [
        stepKey,
        output?.['approved'],
      ]),
    )
  expect(ways.map((way) => way[2]?.[0])).toEqual(['in', 'out', 'out'])
  expect(ways.map((way) => way[0]?.[1])).toEqual([true, false, false])
})

test('a waiting run is cancelled and never goes on; what it did stays', async () => {
  await start([
    tag('first'),
    { key: 'wait', kind: 'wait_duration', duration: { amount: 1, unit: 'days' } },
    tag('never'),
  ])
  const workflowRunIds = await runIds()
  expect(await cancelWorkflowRuns(call({ workflowRunIds }))).toMatchObject({ value: { count: 1 } })
  world.moveTo(new Date(world.deps.now().getTime() + 2 * 24 * 60 * 60 * 1000))
  await workOffJobs(world.deps)
  expect(await runs()).toMatchObject([{ status: 'cancelled' }])
  expect(await world.deps.database.query.select().from(schema.contactTags)).toMatchObject([{ tag: 'first' }])
  expect(await cancelWorkflowRuns(call({ workflowRunIds }))).toMatchObject({ refusal: 'conflict' })
})

test('many stuck runs are retried at once, from the step that failed', async () => {
  const { contacts } = await start(
    [tag('first'), { key: 'more', kind: 'update_account', fields: { number: '7' } }],
    5,
  )
  expect((await runs()).map(({ status }) => status)).toEqual(Array(5).fill('parked'))
  const account = await world.make.account()
  await world.deps.database.write([
    world.deps.database.query.update(schema.contacts).set({ accountId: account.id }),
  ])
  expect(contacts).toHaveLength(5)
  expect(await retryWorkflowRuns(call({ workflowRunIds: await runIds() }))).toMatchObject({
    value: { count: 5 },
  })
  await workOffJobs(world.deps)
  expect((await runs()).map(({ status }) => status)).toEqual(Array(5).fill('completed'))
  const steps = await world.deps.database.query.select().from(schema.workflowRunSteps)
  expect(new Set(steps.map(({ stepKey, attempts }) => `${stepKey} ${attempts}`))).toEqual(
    new Set(['first 1', 'more 2']),
  )
})

test('ended runs are replayed in bulk as new runs with new keys', async () => {
  await start([tag('seen')], 4)
  const ids = await runIds()
  expect(await replayWorkflowRuns(call({ workflowRunIds: ids }))).toMatchObject({
    value: { count: 4 },
  })
  await workOffJobs(world.deps)
  const all = await runs()
  expect(all).toHaveLength(8)
  expect(
    all
      .filter(({ beganBy }) => beganBy === 'replay')
      .map(({ parentRunId }) => parentRunId)
      .sort(),
  ).toEqual(ids.sort())
})

test('a dry run tells what each step would do for a contact, by name, and does none of it', async () => {
  const role = await world.make.webRole((await world.make.website()).id, 'Partner')
  const workflow = await world.make.workflow({
    trigger: 'manual',
    steps: [tag('seen'), { key: 'role', kind: 'add_web_role', webRoleId: role.id, lasts: null }],
  })
  const contact = await world.make.contact()
  const dry = valued(await dryRunWorkflow(call({ workflowId: workflow.id, contactId: contact.id })))
  expect(dry.steps.map(({ says }) => says)).toEqual(['Adds the tag seen.', 'Adds the web role Partner.'])
  expect(await runs()).toEqual([])
  expect(await world.deps.database.query.select().from(schema.grants)).toEqual([])
})
