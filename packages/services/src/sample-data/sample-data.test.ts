import { schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createContact } from '../contacts/create.ts'
import { updateContact } from '../contacts/update.ts'
import { queueEmailCode } from '../emails/queue-code.ts'
import { openCode } from '../invitations/code.ts'
import { createInvitation } from '../invitations/create.ts'
import { redeemInvitation } from '../redemptions/redeem.ts'
import { sendInvitations } from '../sends/create.ts'
import { createProcessDeps, createWorld, staffActor, valued } from '../testing/index.ts'
import { ensureBuiltInWorkflows } from '../workflows/ensure-built-ins.ts'
import { addSampleData } from './add.ts'
import { hasSampleData } from './exists.ts'
import { removeSampleData } from './remove.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let call: { deps: typeof world.deps; actor: typeof world.operator }
beforeEach(async () => {
  world = await createWorld()
  call = { deps: world.deps, actor: world.operator }
  await world.make.website({ name: 'Mine' })
  await world.make.staffUser({ role: 'owner' })
  await ensureBuiltInWorkflows(world)
})
afterEach(() => world.remove())

const all = <T extends keyof typeof tables>(name: T) => world.deps.database.query.select().from(tables[name])
const tables = {
  accounts: schema.accounts,
  contacts: schema.contacts,
  invitations: schema.invitations,
  invitees: schema.inviteeUsers,
  webRoles: schema.webRoles,
  grants: schema.grants,
  sampleRecords: schema.sampleRecords,
}

/** Every row of every table, but of the audit, which keeps what happened. */
async function everything() {
  const { client } = world.deps.database
  const { rows: names } = await client.execute(
    `select name from sqlite_master where type = 'table' and name not in ('audit_events') and name not like 'sqlite_%' and name not like '%_search%'`,
  )
  const dump: Record<string, string[]> = {}
  for (const { name } of names) {
    const { rows } = await client.execute(`select * from "${String(name)}"`)
    dump[String(name)] = rows.map((row) => JSON.stringify({ ...row, updated_at: null })).sort()
  }
  return dump
}

async function sampleInvitation(type: 'single' | 'group') {
  const invitation = (await all('invitations')).find(
    (row) => row.type === type && row.name.match(/Amélie|Partner day/),
  )
  if (!invitation) throw new Error(`the ${type} sample invitation`)
  return { ...invitation, code: (await openCode(world.deps, invitation.id, invitation.codeSealed)) ?? '' }
}

const redeem = async (user: { id: string; name: string }, code: string) =>
  valued(
    await redeemInvitation({
      deps: world.deps,
      redeemer: { userId: user.id, name: user.name, ipAddress: null, userAgent: null },
      input: { code },
    }),
  )

test('the sample data is a small story, ready to be sent', async () => {
  expect(await hasSampleData(world)).toBe(false)
  expect(valued(await addSampleData(call))).toEqual({ accounts: 2, contacts: 8, webRoles: 3, invitations: 2 })
  expect(await hasSampleData(world)).toBe(true)
  const contacts = await all('contacts')
  for (const contact of contacts) expect(contact.email).toMatch(/^[a-z]+\.[a-z]+@[a-z-]+\.example$/)
  const invitations = await all('invitations')
  expect(invitations.map(({ type, status }) => [type, status])).toEqual([
    ['single', 'new'],
    ['group', 'new'],
  ])
  const sent = valued(
    await sendInvitations({ ...call, input: { invitationIds: invitations.map(({ id }) => id) } }),
  )
  expect(sent).toMatchObject({ planned: 7, excluded: [] })
})

test('adding twice, or twice at once from two processes, adds it once', async () => {
  const other = await createProcessDeps(world.url)
  const results = await Promise.all([addSampleData(call), addSampleData({ ...call, deps: other })])
  other.database.close()
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(await addSampleData(call)).toMatchObject({ refusal: 'conflict' })
  expect(await all('contacts')).toHaveLength(8)
})

test('where a name or an address is taken nothing is added, and the refusal says which', async () => {
  const taken = await world.make.website({ name: 'contoso partners' })
  expect(await addSampleData(call)).toMatchObject({
    refusal: 'conflict',
    detail: expect.stringContaining('website named Contoso Partners'),
  })
  await world.deps.database.write([{ sql: 'delete from websites where id = ?', args: [taken.id] }])
  valued(await createContact({ ...call, input: { email: 'noah.williams@tailspin.example' } }))
  expect(await addSampleData(call)).toMatchObject({
    refusal: 'conflict',
    detail: expect.stringContaining('address'),
  })
  expect(await all('accounts')).toEqual([])
  expect(await hasSampleData(world)).toBe(false)
})

test.each(['inviter', 'viewer'] as const)('an %s neither adds nor removes sample data', async (role) => {
  valued(await addSampleData(call))
  expect(await addSampleData({ ...call, actor: staffActor(role) })).toMatchObject({ refusal: 'forbidden' })
  expect(await removeSampleData({ ...call, actor: staffActor(role) })).toMatchObject({ refusal: 'forbidden' })
  expect(await all('contacts')).toHaveLength(8)
})

test('removing leaves the house as it was before, whatever was sent and redeemed meanwhile', async () => {
  const mine = valued(
    await createContact({ ...call, input: { lastName: 'Mine', email: 'mine@contoso.example' } }),
  )
  const account = await world.make.account('My account')
  valued(await updateContact({ ...call, input: { id: mine.id, accountId: account.id } }))
  const myUser = await world.make.invitee({ email: 'mine@contoso.example', contactId: mine.id })
  const workflow = await world.make.workflow()
  const myInvitation = valued(
    await createInvitation({
      ...call,
      input: { name: 'My own', type: 'single', invitedContactIds: [mine.id] },
    }),
  )
  valued(await sendInvitations({ ...call, input: { invitationIds: [myInvitation.id] } }))
  const before = await everything()

  valued(await addSampleData(call))
  const [single, group] = [await sampleInvitation('single'), await sampleInvitation('group')]
  const [contoso] = (await all('accounts')).filter((row) => row.name === 'Contoso Partners')
  await world.deps.database.write([
    {
      sql: 'update invitations set redemption_workflow_id = ?, assign_to_account_id = ? where id = ?',
      args: [workflow.id, contoso?.id, group.id],
    },
  ])
  valued(await sendInvitations({ ...call, input: { invitationIds: [single.id, group.id] } }))
  const amelie = await world.make.invitee({
    email: 'amelie.dubois@contoso-partners.example',
    name: 'Amélie Dubois',
  })
  const stranger = await world.make.invitee({ email: 'stranger@tailspin.example', name: 'A Stranger' })
  const input = { address: 'Stranger@tailspin.example', code: '123456', websiteId: null, locale: null }
  valued(await queueEmailCode({ deps: world.deps, input }))
  await redeem(amelie, single.code)
  await redeem(stranger, group.code)
  await redeem(myUser, group.code)
  expect((await all('contacts')).find((row) => row.id === mine.id)?.accountId).toBe(contoso?.id)
  expect(await all('grants')).toHaveLength(4)
  expect(await world.deps.database.query.select().from(schema.workflowRuns)).toHaveLength(2)

  expect(valued(await removeSampleData(call))).toEqual({ stayed: [] })
  expect(await everything()).toEqual(before)
  expect(await hasSampleData(world)).toBe(false)
  expect(await removeSampleData(call)).toMatchObject({ refusal: 'conflict' })
  valued(await addSampleData(call))
})

test('a send of own and sample invitations together keeps its own mails, and its count', async () => {
  const mine = valued(await createContact({ ...call, input: { email: 'mine@contoso.example' } }))
  const own = valued(
    await createInvitation({
      ...call,
      input: { name: 'My own', type: 'single', invitedContactIds: [mine.id] },
    }),
  )
  valued(await addSampleData(call))
  const { id } = await sampleInvitation('group')
  const send = valued(await sendInvitations({ ...call, input: { invitationIds: [own.id, id] } }))
  valued(await removeSampleData(call))
  const sends = await world.deps.database.query.select().from(schema.sends)
  expect(sends).toMatchObject([{ id: send.id, plannedCount: 1 }])
  expect(await world.deps.database.query.select().from(schema.emails)).toMatchObject([
    { invitationId: own.id },
  ])
})

test('what own things refer to stays and is named with the reason, and can be removed later', async () => {
  valued(await addSampleData(call))
  const [hana] = (await all('contacts')).filter((row) => row.firstName === 'Hana')
  const [contoso] = (await all('accounts')).filter((row) => row.name === 'Contoso Partners')
  const [guest] = (await all('webRoles')).filter((row) => row.name === 'Event guest')
  if (!hana || !contoso || !guest) throw new Error('the story')
  const mine = valued(
    await createContact({ ...call, input: { email: 'mine@contoso.example', accountId: contoso.id } }),
  )
  const own = valued(
    await createInvitation({
      ...call,
      input: { name: 'My own', type: 'single', invitedContactIds: [hana.id], webRoleIds: [guest.id] },
    }),
  )
  const { stayed } = valued(await removeSampleData(call))
  expect(stayed).toEqual([
    expect.objectContaining({
      type: 'website',
      name: 'Contoso Partners',
      reason: '1 web role is on it and 1 invitation invites to it',
    }),
    { type: 'web_role', id: guest.id, name: 'Event guest', reason: '1 invitation grants it' },
    { type: 'contact', id: hana.id, name: 'Hana Sato', reason: '1 invitation invites them' },
    { type: 'account', id: contoso.id, name: 'Contoso Partners', reason: '1 contact belongs to it' },
    expect.objectContaining({
      type: 'account',
      name: 'Fabrikam Consulting',
      reason: '1 contact belongs to it',
    }),
  ])
  expect((await all('contacts')).map((row) => row.id).sort()).toEqual([hana.id, mine.id].sort())
  expect((await all('invitations')).map((row) => row.id)).toEqual([own.id])

  valued(await updateContact({ ...call, input: { id: mine.id, accountId: null } }))
  await world.deps.database.write([{ sql: 'delete from invitations where id = ?', args: [own.id] }])
  expect(valued(await removeSampleData(call))).toEqual({ stayed: [] })
  expect(await all('contacts')).toMatchObject([{ id: mine.id }])
  expect(await all('sampleRecords')).toEqual([])
})

test('who came by a sample invitation and redeemed an own one since is kept', async () => {
  valued(await addSampleData(call))
  const group = await sampleInvitation('group')
  const own = await world.make.invitation({ type: 'group' })
  const stranger = await world.make.invitee({ email: 'stranger@tailspin.example' })
  await redeem(stranger, group.code)
  await redeem(stranger, own.code)
  valued(await removeSampleData(call))
  expect(await all('contacts')).toMatchObject([{ email: 'stranger@tailspin.example' }])
  expect(await all('invitees')).toMatchObject([{ id: stranger.id }])
  expect(await all('grants')).toEqual([])
})
