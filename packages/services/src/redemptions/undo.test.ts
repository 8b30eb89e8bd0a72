import { findMe, schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import { listActivities } from '../activities/list.ts'
import { createGrant } from '../grants/create.ts'
import { getInvitation } from '../invitations/get.ts'
import { createWorld, staffActor, valued, workOffJobs } from '../testing/index.ts'
import { getRedemption } from './get.ts'
import { redeemInvitation } from './redeem.ts'
import { undoRedemption } from './undo.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let owner: Actor
let website: { id: string }
beforeEach(async () => {
  world = await createWorld({ now: new Date() })
  const { id, name } = await world.make.staffUser({ name: 'Olga Owner' })
  owner = { kind: 'staff', id, name, role: 'owner', grantableWebRoleIds: [], ipAddress: '203.0.113.1' }
  website = await world.make.website()
})
afterEach(() => world.remove())

const redeem = (user: { id: string; name: string }, invitation: { code: string }) =>
  redeemInvitation({
    deps: world.deps,
    redeemer: { userId: user.id, name: user.name, ipAddress: null, userAgent: null },
    input: { code: invitation.code },
  })
const undo = (id: string, actor = owner) => undoRedemption({ deps: world.deps, actor, input: { id } })
const rows = <Name extends 'contacts' | 'grants' | 'invitations' | 'redemptions' | 'emails' | 'auditEvents'>(
  name: Name,
) => world.deps.database.query.select().from(schema[name])

/** Jane, her verified sign-in, and roles to give. */
async function makeJane(accountId: string | null = null) {
  const contact = await world.make.contact({ accountId, email: 'jane@contoso.example' })
  const user = await world.make.invitee({ email: 'jane@contoso.example' })
  const [partner, buyer] = [
    await world.make.webRole(website.id, 'Partner'),
    await world.make.webRole(website.id, 'Buyer'),
  ]
  const invite = (row: Parameters<typeof world.make.invitation>[0] = {}) =>
    world.make.invitation({ websiteId: website.id, contacts: [contact], ...row })
  const rolesNow = async () =>
    (await findMe(world.deps.database, user.id, world.deps.now()))?.webRoles.map(({ name }) => name) ?? []
  return { contact, user, partner, buyer, invite, rolesNow }
}
const accountOf = async () => (await rows('contacts'))[0]?.accountId

test('undoing takes back exactly what the redemption granted: another redemption and staff keep what they gave', async () => {
  const { contact, user, partner, buyer, invite } = await makeJane()
  const admin = await world.make.webRole(website.id, 'Admin')
  const first = valued(await redeem(user, await invite({ webRoles: [partner, buyer, admin] })))
  valued(await redeem(user, await invite({ webRoles: [buyer] })))
  const input = { contactId: contact.id, webRoleId: admin.id }
  valued(await createGrant({ deps: world.deps, actor: owner, input }))

  const planned = valued(await getRedemption({ deps: world.deps, actor: owner, input: { id: first.id } }))
  expect(planned.undo?.lostWebRoles.map(({ name }) => name)).toEqual(['Partner'])
  expect(planned.undo?.keptWebRoles.map(({ name }) => name)).toEqual(['Admin', 'Buyer'])
  expect(planned.undo?.unlinkedEmail).toBeNull()
  const undone = valued(await undo(first.id))

  expect(undone).toMatchObject({ undo: null, undoneBy: { name: 'Olga Owner' }, undoneAt: world.deps.now() })
  const grants = await rows('grants')
  expect(
    grants.filter(({ redemptionId }) => redemptionId === first.id).every((grant) => grant.revokedAt),
  ).toBe(true)
  expect(
    grants.filter(({ redemptionId }) => redemptionId !== first.id).some((grant) => grant.revokedAt),
  ).toBe(false)
  const me = await findMe(world.deps.database, user.id, world.deps.now())
  expect(me?.webRoles.map(({ name }) => name)).toEqual(['Admin', 'Buyer'])
})

test('the contact is back in the account of before, unless staff moved them since', async () => {
  const [before, contoso, elsewhere] = [
    await world.make.account('Before'),
    await world.make.account('Contoso'),
    await world.make.account('Elsewhere'),
  ]
  const { contact, user, invite } = await makeJane(before.id)
  const first = valued(await redeem(user, await invite({ assignToAccountId: contoso.id })))
  expect(await accountOf()).toBe(contoso.id)
  valued(await undo(first.id))
  expect(await accountOf()).toBe(before.id)

  const second = valued(await redeem(user, await invite({ assignToAccountId: contoso.id })))
  const { client } = world.deps.database
  await client.execute({
    sql: 'UPDATE contacts SET account_id = ? WHERE id = ?',
    args: [elsewhere.id, contact.id],
  })
  valued(await undo(second.id))
  expect(await accountOf()).toBe(elsewhere.id)
})

test.each([
  ['the first, then the second', [0, 1]],
  ['the second, then the first', [1, 0]],
])(
  'two redemptions that gave an account, undone %s, lead back to the account of before',
  async (_, order) => {
    const [before, contoso] = [await world.make.account('Before'), await world.make.account('Contoso')]
    const { user, invite } = await makeJane(before.id)
    const ids: string[] = []
    for (let turn = 0; turn < 2; turn++) {
      ids.push(valued(await redeem(user, await invite({ assignToAccountId: contoso.id }))).id)
    }
    valued(await undo(ids[order[0] ?? 0] ?? ''))
    expect(await accountOf()).toBe(contoso.id)
    valued(await undo(ids[order[1] ?? 0] ?? ''))
    expect(await accountOf()).toBe(before.id)
  },
)

test.each([
  ['sent', new Date('2027-01-02')],
  ['new', null],
] as const)(
  'the seat is free again: the invitation is %s, and can be redeemed anew',
  async (status, sentAt) => {
    const { user, partner, invite, rolesNow } = await makeJane()
    const invitation = await invite({ webRoles: [partner], sentAt })
    const first = valued(await redeem(user, invitation))
    expect((await rows('invitations'))[0]?.status).toBe('redeemed')

    valued(await undo(first.id))
    expect(await rows('invitations')).toMatchObject([{ status, redemptionCount: 0 }])
    expect(await rolesNow()).toEqual([])
    const detail = valued(
      await getInvitation({ deps: world.deps, actor: owner, input: { id: invitation.id } }),
    )
    expect(detail.redeemedContacts).toEqual([])

    const again = valued(await redeem(user, invitation))
    expect(again).toMatchObject({ isRepeat: false, webRoles: [{ name: 'Partner' }] })
    expect(again.id).not.toBe(first.id)
    expect(await rolesNow()).toEqual(['Partner'])
  },
)

test('a sign-in that the redemption bound is nobody’s again; one that another redemption binds stays', async () => {
  const { contact, user, invite } = await makeJane()
  const [first, second] = [
    valued(await redeem(user, await invite())),
    valued(await redeem(user, await invite())),
  ]
  const boundTo = async () =>
    (await world.deps.database.query.select().from(schema.inviteeUsers))[0]?.contactId
  valued(await undo(first.id))
  expect(await boundTo()).toBe(contact.id)
  expect(
    valued(await getRedemption({ deps: world.deps, actor: owner, input: { id: second.id } })).undo,
  ).toMatchObject({ unlinkedEmail: 'jane@contoso.example' })
  valued(await undo(second.id))
  expect(await boundTo()).toBeNull()
})

test('both are told: the invitee by a mail that names what ended, the owner on the timeline; and it is on record', async () => {
  const contoso = await world.make.account('Contoso')
  const { user, partner, invite, contact } = await makeJane()
  const invitation = await invite({
    name: 'Spring {{ code }}\nparty',
    webRoles: [partner],
    assignToAccountId: contoso.id,
  })
  const { id } = valued(await redeem(user, invitation))
  valued(await undo(id))
  await workOffJobs(world.deps)

  const [email] = await rows('emails')
  expect(email).toMatchObject({ kind: 'redemption_undone', status: 'sent', toAddress: contact.email })
  expect(email?.subject).toMatch(/^Your access to Website \d+ has changed$/)
  const page = await listActivities({
    deps: world.deps,
    actor: owner,
    input: { invitationId: invitation.id },
  })
  expect(valued(page).items.map(({ type }) => type)).toContain('redemption_undone')
  const audit = (await rows('auditEvents')).filter(({ action }) => action === 'redemption.undone')
  expect(audit).toMatchObject([
    {
      entityId: id,
      actorName: 'Olga Owner',
      before: { webRoleIds: [partner.id], accountId: contoso.id, signIn: user.email },
      after: { webRoleIds: [], accountId: null },
    },
  ])
})

test('a workflow that still waits for its turn does not run for a redemption that was undone', async () => {
  const { user, invite } = await makeJane()
  const { id } = valued(
    await redeem(user, await invite({ redemptionWorkflowId: (await world.make.workflow()).id })),
  )
  valued(await undo(id))
  await workOffJobs(world.deps)
  expect((await rows('emails')).map(({ kind }) => kind)).toEqual(['redemption_undone'])
})

test('of two who undo at once one does; later it is a conflict', async () => {
  const { user, invite } = await makeJane()
  const { id } = valued(await redeem(user, await invite()))
  const both = await Promise.all([undo(id), undo(id)])
  expect(both.filter((result) => result.ok)).toHaveLength(1)
  expect(await undo(id)).toMatchObject({ refusal: 'conflict' })
  expect((await rows('invitations'))[0]?.redemptionCount).toBe(0)
})

test('undo ∥ redeem: however they meet, seats taken are redemptions that stand', async () => {
  const group = await world.make.invitation({ type: 'group', websiteId: website.id, maximumRedemptions: 3 })
  const users = await Promise.all(Array.from({ length: 9 }, () => world.make.invitee()))
  const first = []
  for (const user of users.slice(0, 3)) first.push(valued(await redeem(user, group)))
  await Promise.all([
    ...first.map(({ id }) => undo(id)),
    ...users.slice(3).map((user) => redeem(user, group)),
  ])
  const standing = (await rows('redemptions')).filter(({ undoneAt }) => undoneAt === null).length
  expect((await rows('invitations'))[0]?.redemptionCount).toBe(standing)
  expect(standing).toBeLessThanOrEqual(3)
})

test('an inviter undoes only what they may grant; a viewer nothing; what there is not is not found', async () => {
  const { user, partner, invite } = await makeJane()
  const { id } = valued(await redeem(user, await invite({ webRoles: [partner] })))
  expect(await undo(id, staffActor('inviter'))).toMatchObject({ refusal: 'forbidden' })
  expect(await undo(id, staffActor('viewer', [partner.id]))).toMatchObject({ refusal: 'forbidden' })
  expect(await undo('no-such')).toMatchObject({ refusal: 'not_found' })
  expect((await rows('redemptions'))[0]?.undoneAt).toBeNull()
})
