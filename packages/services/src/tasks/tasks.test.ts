import { schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import {
  cancelTask,
  createTask,
  getInvitation,
  getTask,
  listContacts,
  listInvitations,
  runTask,
  undoTask,
} from '../index.ts'
import { createWorld, staffActor, valued } from '../testing/index.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => (world = await createWorld()))
afterEach(() => world.remove())

const call = (input: unknown, actor: Actor = world.operator) => ({
  deps: world.deps,
  actor,
  input: input as never,
})
let place: { websiteId: string; ownerId: string }
beforeEach(async () => {
  const owner = await world.make.staffUser()
  place = { websiteId: (await world.make.website()).id, ownerId: owner.id }
})
const invite = (more: Partial<Parameters<typeof world.make.invitation>[0]> = {}) =>
  world.make.invitation({ ...place, ...more })
const start = async (task: object, actor?: Actor) => valued(await createTask(call({ task }, actor))).id
/** As the worker does it. */
const finish = async (id: string) => {
  while (await runTask({ deps: world.deps, id }));
  return valued(await getTask(call({ id })))
}
const statusesOf = async (invitations: { id: string }[]) =>
  Promise.all(invitations.map(async ({ id }) => valued(await getInvitation(call({ id }))).status))
const audit = async () =>
  (await world.deps.database.query.select().from(schema.auditEvents)).map((event) => event.action)

test('what is ticked is deactivated, told and on record, and undone as if nothing had been', async () => {
  const active = [await invite(), await invite({ sentAt: world.deps.now() })]
  const inactive = await invite({ deactivatedAt: world.deps.now() })
  const all = [...active, inactive]
  const id = await start({
    kind: 'deactivate_invitations',
    rows: { invitationIds: all.map((one) => one.id) },
  })
  expect(await finish(id)).toMatchObject({ status: 'completed', total: 3, done: 3, changed: 2 })
  expect(await statusesOf(all)).toEqual(['inactive', 'inactive', 'inactive'])
  valued(await undoTask(call({ id })))
  expect(await finish(id)).toMatchObject({ status: 'undone' })
  expect(await statusesOf(all)).toEqual(['new', 'sent', 'inactive'])
  expect(await audit()).toEqual([
    'task.created',
    'invitation.deactivated',
    'task.undone',
    'invitation.activated',
  ])
  expect(await undoTask(call({ id }))).toMatchObject({ refusal: 'conflict' })
})

test('all that match a search and a view are meant, on every page, and no others', async () => {
  for (let n = 0; n < 3; n++) await invite({ name: `Portal ${n}` })
  const others = [
    await invite({ name: 'Desk' }),
    await invite({ name: 'Portal sent', sentAt: world.deps.now() }),
  ]
  const id = await start({
    kind: 'deactivate_invitations',
    rows: { invitations: { search: 'portal', view: 'new' } },
  })
  expect(await finish(id)).toMatchObject({ status: 'completed', total: 3, changed: 3 })
  expect(await statusesOf(others)).toEqual(['new', 'sent'])
})

test('one Single for each contact of a list, each with its own code; undone, those nobody has got are gone', async () => {
  const webRole = await world.make.webRole(place.websiteId)
  for (let n = 0; n < 2100; n++)
    await world.make.contact({ lastName: `Ada ${n}`, email: `ada${n}@contoso.example` })
  await world.make.contact({ lastName: 'Bob', email: 'bob@contoso.example' })
  const id = await start({
    kind: 'create_invitations',
    rows: { contacts: { search: 'ada' } },
    template: { name: 'Members', webRoleIds: [webRole.id] },
  })
  expect(await finish(id)).toMatchObject({ status: 'completed', total: 2100, changed: 2100 })
  const page = valued(await listInvitations(call({})))
  expect(page).toMatchObject({
    totalCount: 2100,
    items: [{ status: 'new', recipientCount: 1, webRoles: [{ id: webRole.id }] }, ...page.items.slice(1)],
  })
  const { rows } = await world.deps.database.client.execute(
    'SELECT count(DISTINCT code_hash) AS codes FROM invitations',
  )
  expect(rows[0]?.codes).toBe(2100)
  await world.deps.database.client.execute({
    sql: 'UPDATE invitations SET sent_at = 1 WHERE id = ?',
    args: [page.items[0]?.id ?? ''],
  })
  valued(await undoTask(call({ id })))
  expect(await finish(id)).toMatchObject({ status: 'undone' })
  expect(valued(await listInvitations(call({}))).items.map((one) => one.id)).toEqual([page.items[0]?.id])
}, 60_000)

test('a web role is given to those who do not have it, and taken back from them alone', async () => {
  const webRole = await world.make.webRole(place.websiteId)
  const [ada, bob] = [await world.make.contact(), await world.make.contact()]
  const members = async () =>
    valued(await listContacts(call({ webRoleId: webRole.id }))).items.map((contact) => contact.id)
  const give = (rows: object) => start({ kind: 'give_web_role', rows, webRoleId: webRole.id })
  await finish(await give({ contactIds: [ada.id] }))
  const id = await give({ contacts: {} })
  expect(await finish(id)).toMatchObject({ done: 2, changed: 1 })
  expect(new Set(await members())).toEqual(new Set([ada.id, bob.id]))
  valued(await undoTask(call({ id })))
  await finish(id)
  expect(await members()).toEqual([ada.id])
})

test('nobody gives by bulk what they may not give: refused at once, and asked again before each piece', async () => {
  const [mine, theirs] = [
    await world.make.webRole(place.websiteId),
    await world.make.webRole(place.websiteId),
  ]
  const user = await world.make.staffUser({ role: 'inviter' })
  await world.deps.database.client.execute({
    sql: 'INSERT INTO staff_grantable_web_roles VALUES (?, ?)',
    args: [user.id, mine.id],
  })
  const inviter: Actor = {
    kind: 'staff',
    id: user.id,
    name: user.name,
    role: 'inviter',
    grantableWebRoleIds: [mine.id],
    ipAddress: null,
  }
  const contact = await world.make.contact()
  const rows = { contactIds: [contact.id] }
  for (const task of [
    { kind: 'give_web_role', rows, webRoleId: theirs.id },
    { kind: 'create_invitations', rows, template: { name: 'x', webRoleIds: [theirs.id] } },
  ])
    expect(await createTask(call({ task }, inviter))).toMatchObject({ refusal: 'forbidden' })

  const id = await start({ kind: 'give_web_role', rows, webRoleId: mine.id }, inviter)
  await world.deps.database.client.execute('DELETE FROM staff_grantable_web_roles')
  expect(await finish(id)).toMatchObject({ status: 'failed', changed: 0 })

  const above = await invite({
    websiteId: place.websiteId,
    webRoles: [{ id: theirs.id }],
    deactivatedAt: world.deps.now(),
  })
  const activation = await start(
    { kind: 'activate_invitations', rows: { invitationIds: [above.id] } },
    inviter,
  )
  await finish(activation)
  expect(await statusesOf([above])).toEqual(['inactive'])
})

test('expiries are moved, used ones left alone, and moved back', async () => {
  const expiresAt = new Date('2027-02-01T00:00:00Z')
  const open = await invite({ expiresAt })
  const used = await invite({ expiresAt, redemptionCount: 1 })
  const id = await start({
    kind: 'extend_invitations',
    rows: { invitationIds: [open.id, used.id] },
    expiresAt: '2027-03-01T12:00:00Z',
  })
  expect(await finish(id)).toMatchObject({ done: 2, changed: 1 })
  const expiryOf = async () => valued(await getInvitation(call({ id: open.id }))).expiresAt
  expect(await expiryOf()).toEqual(new Date('2027-03-01T12:00:00Z'))
  valued(await undoTask(call({ id })))
  await finish(id)
  expect(await expiryOf()).toEqual(expiresAt)
})

test('a task that is stopped goes no further; a viewer starts none', async () => {
  const invitation = await invite()
  const rows = { invitationIds: [invitation.id] }
  const id = await start({ kind: 'deactivate_invitations', rows })
  valued(await cancelTask(call({ id })))
  expect(await runTask({ deps: world.deps })).toBeNull()
  expect(await statusesOf([invitation])).toEqual(['new'])
  const task = { kind: 'deactivate_invitations', rows }
  expect(await createTask(call({ task }, staffActor('viewer')))).toMatchObject({ refusal: 'forbidden' })
})

test('of two workers one has a task; what the other has lost is made once', async () => {
  const invitations = [await invite(), await invite()]
  const id = await start({
    kind: 'deactivate_invitations',
    rows: { invitationIds: invitations.map((one) => one.id) },
  })
  const turns = await Promise.all([runTask({ deps: world.deps }), runTask({ deps: world.deps })])
  expect(turns.filter((turn) => turn?.isDone)).toHaveLength(1)
  expect(await finish(id)).toMatchObject({ status: 'completed', done: 2, changed: 2 })
})
