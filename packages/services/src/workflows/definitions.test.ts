import { schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorld, staffActor, valued } from '../testing/index.ts'
import { activateWorkflow } from './activate.ts'
import { createWorkflow } from './create.ts'
import { deleteWorkflow } from './delete.ts'
import { ensureBuiltInWorkflows } from './ensure-built-ins.ts'
import { getWorkflow } from './get.ts'
import { listWorkflows } from './list.ts'
import { updateWorkflow } from './update.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => (world = await createWorld()))
afterEach(() => world.remove())

const tag = (name: string) => ({ key: name, kind: 'add_tag', tag: name })
const start = (workflowId: string) => ({ key: 'next', kind: 'start_workflow', workflowId })
const call = <T>(input: T, actor: Parameters<typeof createWorkflow>[0]['actor'] = world.operator) => ({
  deps: world.deps,
  actor,
  input,
})
let counter = 0
const create = async (steps: unknown[], trigger = 'manual') =>
  valued(await createWorkflow(call({ name: `Workflow ${++counter}`, definition: { trigger, steps } })))
const activate = (workflowId: string) => activateWorkflow(call({ workflowId }))

test('a workflow begins as a draft that runs nothing; activated it runs, and is edited as a draft beside what runs', async () => {
  const { id } = await create([tag('one')])
  expect(await getWorkflow(call({ workflowId: id }))).toMatchObject({
    value: { status: 'draft', definition: null, draft: { steps: [{ key: 'one' }] } },
  })
  expect(await activate(id)).toMatchObject({ value: { status: 'activated', version: 1, draft: null } })
  const edited = { workflowId: id, definition: { trigger: 'manual', steps: [tag('two')] } }
  for (let twice = 0; twice < 2; twice++) valued(await updateWorkflow(call(edited)))
  expect(await getWorkflow(call({ workflowId: id }))).toMatchObject({
    value: { version: 1, definition: { steps: [{ key: 'one' }] }, draft: { steps: [{ key: 'two' }] } },
  })
  expect(await activate(id)).toMatchObject({ value: { version: 2, definition: { steps: [{ key: 'two' }] } } })
  expect(await activate(id)).toMatchObject({ refusal: 'conflict' })
})

test('real-time is refused with the reason, when a workflow is made and when it is changed', async () => {
  const definition = { trigger: 'manual', mode: 'real_time', steps: [tag('one')] }
  expect(await createWorkflow(call({ name: 'Now', definition }))).toMatchObject({
    refusal: 'invalid_request',
    errors: [{ path: 'definition.mode', message: expect.stringContaining('in the background alone') }],
  })
  const { id } = await create([tag('one')])
  expect(await updateWorkflow(call({ workflowId: id, definition }))).toMatchObject({
    errors: [{ path: 'definition.mode' }],
  })
})

test('what is nested without end is refused, not followed', async () => {
  let deep: unknown = tag('a')
  for (let level = 0; level < 20_000; level++)
    deep = { key: 'b', kind: 'branch', condition: 'true', then: [deep] }
  expect(
    await createWorkflow(call({ name: 'Deep', definition: { trigger: 'manual', steps: [deep] } })),
  ).toMatchObject({
    errors: [{ path: 'definition', message: expect.stringContaining('nested too deep') }],
  })
})

test('activation names what is to be mended: types that do not fit, web roles, endpoints and workflows that are not there', async () => {
  const { id } = await create([
    { key: 'fork', kind: 'branch', condition: 'contact.email', then: [tag('x')] },
    { key: 'role', kind: 'add_web_role', webRoleId: 'nobody' },
    { key: 'crm', kind: 'call_webhook', endpointId: 'nowhere' },
    start('none'),
  ])
  const refused = await activate(id)
  expect(refused.ok ? [] : refused.errors?.map(({ path }) => path)).toEqual([
    'steps.0.condition',
    'step role: webRoleId',
    'step crm: endpointId',
    'step next: workflowId',
  ])
  expect(await getWorkflow(call({ workflowId: id }))).toMatchObject({ value: { status: 'draft' } })
})

test('workflows that would start each other for ever are caught at activation', async () => {
  const first = await create([tag('one')])
  valued(await activate(first.id))
  const second = await create([start(first.id)])
  valued(await activate(second.id))
  valued(
    await updateWorkflow(
      call({ workflowId: first.id, definition: { trigger: 'manual', steps: [start(second.id)] } }),
    ),
  )
  expect(await activate(first.id)).toMatchObject({
    errors: [{ message: expect.stringContaining(`${first.name} → ${second.name} → ${first.name}`) }],
  })
  const itself = await create([tag('x')])
  valued(await activate(itself.id))
  valued(
    await updateWorkflow(
      call({ workflowId: itself.id, definition: { trigger: 'manual', steps: [start(itself.id)] } }),
    ),
  )
  expect(await activate(itself.id)).toMatchObject({
    errors: [{ message: expect.stringContaining('for ever') }],
  })
})

test('only who may change the house makes, activates and deletes workflows', async () => {
  const { id } = await create([tag('one')])
  for (const actor of [staffActor('viewer'), staffActor('inviter')]) {
    const definition = { trigger: 'manual', steps: [tag('x')] }
    expect(await createWorkflow(call({ name: 'Mine', definition }, actor))).toMatchObject({
      refusal: 'forbidden',
    })
    expect(await updateWorkflow(call({ workflowId: id, name: 'Mine' }, actor))).toMatchObject({
      refusal: 'forbidden',
    })
    expect(await activateWorkflow(call({ workflowId: id }, actor))).toMatchObject({ refusal: 'forbidden' })
    expect(await deleteWorkflow(call({ workflowId: id }, actor))).toMatchObject({ refusal: 'forbidden' })
  }
})

test('a workflow that was activated keeps its trigger; Send Invitation stays one mail', async () => {
  const { id } = await create([tag('one')])
  valued(await activate(id))
  const definition = { trigger: 'redemption', steps: [tag('one')] }
  expect(await updateWorkflow(call({ workflowId: id, definition }))).toMatchObject({
    errors: [{ path: 'definition.trigger' }],
  })
  await ensureBuiltInWorkflows(world)
  const { items } = valued(await listWorkflows(call({ trigger: 'send' as const })))
  const sending = items.find((workflow) => workflow.builtInKey === 'send_invitation')
  const other = { workflowId: sending?.id, definition: { trigger: 'send', steps: [tag('x')] } }
  expect(await updateWorkflow(call(other))).toMatchObject({ errors: [{ path: 'definition.steps' }] })
  expect(await deleteWorkflow(call({ workflowId: sending?.id }))).toMatchObject({
    refusal: 'conflict',
    detail: expect.stringContaining('comes with Usher'),
  })
})

test('a workflow without a history can be deleted; one that an invitation names stays', async () => {
  const idle = await create([tag('one')])
  expect(await deleteWorkflow(call({ workflowId: idle.id }))).toMatchObject({ ok: true })
  expect(await world.deps.database.query.select().from(schema.workflowVersions)).toEqual([])
  const used = await world.make.workflow()
  await world.make.invitation({ redemptionWorkflowId: used.id })
  expect(await deleteWorkflow(call({ workflowId: used.id }))).toMatchObject({
    refusal: 'conflict',
    detail: expect.stringContaining('1 invitation'),
  })
})

test('of two who change a workflow at once the second is told', async () => {
  const { id } = await create([tag('one')])
  const write = world.deps.database.write
  const late = {
    ...world.deps,
    database: {
      ...world.deps.database,
      write: (async (statements) => {
        world.moveTo(new Date(world.deps.now().getTime() + 1000))
        valued(await updateWorkflow(call({ workflowId: id, name: 'First' })))
        return write(statements)
      }) as typeof write,
    },
  }
  const input = { workflowId: id, name: 'Second' }
  expect(await updateWorkflow({ deps: late, actor: world.operator, input })).toMatchObject({
    refusal: 'conflict',
  })
})
