import { findMe, findWebRolesOfContact, schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import { unsealContent } from '../emails/content.ts'
import { getEmail } from '../emails/get.ts'
import { createInvitation } from '../invitations/create.ts'
import { redeemInvitation } from '../redemptions/redeem.ts'
import { createWorld, staffActor, valued, workOffJobs } from '../testing/index.ts'
import { activateStaff, deactivateStaff } from './activation.ts'
import { inviteStaff } from './invite.ts'
import { joinByStaffLink, readStaffLink } from './join.ts'
import { changeOwnPassword, listOwnSessions, revokeOwnSession } from './own-access.ts'
import { readStaffActor } from './read-actor.ts'
import { removeStaffTwoFactor, requestStaffPasswordReset, sendStaffLink } from './reset-access.ts'
import { updateStaff } from './update.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let owner: Extract<Actor, { kind: 'staff' }>
beforeEach(async () => {
  world = await createWorld({ now: new Date() })
  const { id, name } = await world.make.staffUser({ name: 'Olga' })
  await givePassword(id)
  owner = { kind: 'staff', id, name, role: 'owner', grantableWebRoleIds: [], ipAddress: '203.0.113.1' }
})
afterEach(() => world.remove())

const password = 'a good long password'
const rows = <Name extends 'staffUsers' | 'staffLinks' | 'staffSessions' | 'auditEvents'>(name: Name) =>
  world.deps.database.query.select().from(schema[name])

const givePassword = (userId: string) =>
  world.deps.database.write([
    world.deps.database.query.insert(schema.staffCredentials).values({
      id: world.deps.newId(),
      userId,
      providerId: 'credential',
      accountId: userId,
      password: 'hash of old password',
      createdAt: world.deps.now(),
      updatedAt: world.deps.now(),
    }),
  ])
const giveSession = (userId: string) => {
  const [id, now] = [world.deps.newId(), world.deps.now()]
  const row = {
    id,
    token: id,
    userId,
    expiresAt: new Date(now.getTime() + 60_000),
    createdAt: now,
    updatedAt: now,
  }
  return world.deps.database.write([world.deps.database.query.insert(schema.staffSessions).values(row)])
}
const invite = (input: object = {}, actor: Actor = owner) =>
  inviteStaff({
    deps: world.deps,
    actor,
    input: { name: 'Ina', email: 'ina@usher.example', role: 'inviter', ...input },
  })
/** What the mail's link holds. */
async function mailedToken(): Promise<string> {
  await workOffJobs(world.deps)
  const emails = await world.deps.database.query.select().from(schema.emails)
  const { id } = emails.filter(({ kind }) => kind === 'staff_link').at(-1) ?? { id: '' }
  return /token=([\w-]{43})/.exec(await readMail(id))?.[1] ?? ''
}
async function readMail(id: string): Promise<string> {
  const [email] = (await world.deps.database.query.select().from(schema.emails)).filter(
    (row) => row.id === id,
  )
  const content = await unsealContent(world.deps, id, email?.contentSealed ?? '')
  return content?.text ?? ''
}
const join = (token: string, input: object = { password }) =>
  joinByStaffLink({ deps: world.deps, token, input, ipAddress: '203.0.113.9' })

test('somebody who is invited joins by the link in their mailbox, once', async () => {
  const { id } = valued(await invite())
  expect((await rows('staffUsers')).find((user) => user.id === id)).toMatchObject({ role: 'inviter' })
  const token = await mailedToken()
  expect(valued(await readStaffLink({ deps: world.deps, token }))).toMatchObject({
    kind: 'invitation',
    user: { name: 'Ina' },
  })
  expect(await join(token, { password: 'short' })).toMatchObject({ errors: [{ path: 'password' }] })
  const both = await Promise.all([join(token), join(token)])
  expect(both.filter((result) => result.ok)).toHaveLength(1)
  expect(await join(token)).toMatchObject({ refusal: 'not_found' })
  expect(await readStaffLink({ deps: world.deps, token })).toMatchObject({ refusal: 'not_found' })
})

test('the link is in no row in clear, and only owners may see the mail that holds it', async () => {
  valued(await invite())
  const token = await mailedToken()
  const { client } = world.deps.database
  const dump = []
  for (const { name } of (await client.execute("SELECT name FROM sqlite_master WHERE type = 'table'")).rows)
    dump.push((await client.execute(`SELECT * FROM "${String(name)}"`)).rows)
  expect(JSON.stringify(dump)).not.toContain(token)
  const [email] = await world.deps.database.query.select().from(schema.emails)
  const shown = valued(
    await getEmail({ deps: world.deps, actor: staffActor('admin'), input: { emailId: email?.id ?? '' } }),
  )
  expect(JSON.stringify(shown)).not.toContain(token)
})

test.each([
  ['three days old', async () => world.moveTo(new Date(Date.now() + 73 * 60 * 60 * 1000))],
  ['of somebody who was deactivated', async (id: string) => valued(await deactivate(id))],
  ['replaced by a newer one', async (id: string) => valued(await send(id))],
])('a link that is %s opens nothing', async (_, age) => {
  const { id } = valued(await invite())
  const token = await mailedToken()
  await age(id)
  expect(await join(token)).toMatchObject({ refusal: 'not_found' })
})
const deactivate = (id: string, actor: Actor = owner) =>
  deactivateStaff({ deps: world.deps, actor, input: { id } })
const send = (id: string) => sendStaffLink({ deps: world.deps, actor: owner, input: { id } })

test('a new password ends every session of before', async () => {
  await giveSession(owner.id)
  valued(await send(owner.id))
  valued(await join(await mailedToken()))
  expect(await rows('staffSessions')).toEqual([])
})

test('who asks for a new password is mailed a link; for an address of nobody nothing happens', async () => {
  const request = (email: string) =>
    requestStaffPasswordReset({ deps: world.deps, input: { email, ipAddress: null } })
  await request('nobody@usher.example')
  const invited = valued(await invite())
  await request(invited.email)
  expect((await rows('staffLinks')).map(({ kind }) => kind)).toEqual(['invitation'])
  const user = (await rows('staffUsers')).find(({ id }) => id === owner.id)
  await request(user?.email.toUpperCase() ?? '')
  expect((await rows('staffLinks')).at(-1)).toMatchObject({ kind: 'password_reset', staffUserId: owner.id })
})

test('who is deactivated is out at once: sessions end, and they act no more', async () => {
  const { id } = await world.make.staffUser({ role: 'admin' })
  await giveSession(id)
  expect(valued(await deactivate(id)).deactivatedAt).not.toBeNull()
  expect(await rows('staffSessions')).toEqual([])
  expect(await readStaffActor({ deps: world.deps, staffUserId: id, ipAddress: null })).toBeNull()
  valued(await activateStaff({ deps: world.deps, actor: owner, input: { id } }))
  expect(await readStaffActor({ deps: world.deps, staffUserId: id, ipAddress: null })).not.toBeNull()
})

test('the last owner can be neither demoted nor deactivated, also when two owners do it to each other at once', async () => {
  const update = (id: string, input: object) =>
    updateStaff({ deps: world.deps, actor: owner, input: { id, ...input } })
  expect(await deactivate(owner.id)).toMatchObject({ refusal: 'conflict' })
  expect(await update(owner.id, { role: 'admin' })).toMatchObject({ refusal: 'conflict' })
  // Somebody who never chose a password cannot sign in, so they do not count.
  const second = valued(await invite({ role: 'owner' }))
  expect(await deactivate(owner.id)).toMatchObject({ refusal: 'conflict' })
  await givePassword(second.id)
  const both = await Promise.all([update(owner.id, { role: 'viewer' }), deactivate(second.id)])
  expect(both.filter((result) => result.ok)).toHaveLength(1)
})

test.each(['admin', 'inviter', 'viewer'] as const)(
  'an %s changes no staff, not even themselves',
  async (role) => {
    const actor = staffActor(role)
    const call = { deps: world.deps, actor }
    for (const result of [
      await invite({}, actor),
      await updateStaff({ ...call, input: { id: owner.id, role: 'viewer' } }),
      await deactivate(owner.id, actor),
      await activateStaff({ ...call, input: { id: owner.id } }),
      await sendStaffLink({ ...call, input: { id: owner.id } }),
      await removeStaffTwoFactor({ ...call, input: { id: owner.id } }),
    ]) {
      expect(result).toMatchObject({ refusal: 'forbidden' })
    }
  },
)

test('invariant 10: an inviter whose ceiling was lowered grants at redemption only what they may still grant (Zulip CVE-2024-21630)', async () => {
  const website = await world.make.website()
  const [partner, buyer] = [await world.make.webRole(website.id), await world.make.webRole(website.id)]
  const ina = valued(await invite({ grantableWebRoleIds: [partner.id, buyer.id] }))
  const actor = await readStaffActor({ deps: world.deps, staffUserId: ina.id, ipAddress: null })
  const created = await createInvitation({
    deps: world.deps,
    actor: actor ?? staffActor('viewer'),
    input: { name: 'Both', type: 'group', websiteId: website.id, webRoleIds: [partner.id, buyer.id] },
  })
  const { code } = valued(created)
  const redeem = async () => {
    const user = await world.make.invitee()
    const redeemer = { userId: user.id, name: user.name, ipAddress: null, userAgent: null }
    const redeemed = valued(await redeemInvitation({ deps: world.deps, redeemer, input: { code } }))
    return findWebRolesOfContact(world.deps.database, redeemed.contactId, world.deps.now())
  }
  const change = (input: object) =>
    updateStaff({ deps: world.deps, actor: owner, input: { id: ina.id, ...input } })
  expect(await redeem()).toHaveLength(2)
  valued(await change({ grantableWebRoleIds: [buyer.id] }))
  expect((await redeem()).map(({ id }) => id)).toEqual([buyer.id])
  valued(await change({ role: 'viewer' }))
  expect(await redeem()).toEqual([])
  expect(await findMe(world.deps.database, 'nobody', world.deps.now())).toBeNull()
})

test('a change of role and ceiling is on record with before and after; none leaves no row', async () => {
  const website = await world.make.website()
  const partner = await world.make.webRole(website.id)
  const { id } = valued(await invite())
  const input = { id, role: 'inviter', grantableWebRoleIds: [partner.id] }
  valued(await updateStaff({ deps: world.deps, actor: owner, input }))
  valued(await updateStaff({ deps: world.deps, actor: owner, input }))
  const events = (await rows('auditEvents')).filter(({ action }) => action === 'staff.updated')
  expect(events).toMatchObject([
    { before: { grantableWebRoleIds: [] }, after: { grantableWebRoleIds: [partner.id] } },
  ])
})

test('who has the password of now chooses another; their other sessions end', async () => {
  await giveSession(owner.id)
  await giveSession(owner.id)
  const [kept] = await rows('staffSessions')
  const change = (currentPassword: string) =>
    changeOwnPassword({
      deps: world.deps,
      actor: owner,
      input: { currentPassword, password },
      sessionId: kept?.id ?? null,
      verifyPassword: async (given) => given.hash === `hash of ${given.password}`,
    })
  expect(await change('wrong password')).toMatchObject({ errors: [{ path: 'currentPassword' }] })
  expect(await rows('staffSessions')).toHaveLength(2)
  valued(await change('old password'))
  expect(await rows('staffSessions')).toMatchObject([{ id: kept?.id }])
})

test('somebody signs out their own sessions, never another’s', async () => {
  const other = await world.make.staffUser()
  await giveSession(owner.id)
  await giveSession(other.id)
  const [own, others] = await rows('staffSessions')
  const revoke = (id: string | undefined) =>
    revokeOwnSession({ deps: world.deps, actor: owner, input: { id } })
  expect(await revoke(others?.id)).toMatchObject({ refusal: 'not_found' })
  expect(valued(await listOwnSessions({ deps: world.deps, actor: owner }))).toMatchObject([{ id: own?.id }])
  expect(JSON.stringify(await listOwnSessions({ deps: world.deps, actor: owner }))).not.toContain('token')
  valued(await revoke(own?.id))
  expect(await rows('staffSessions')).toMatchObject([{ id: others?.id }])
})

test('two-factor is removed by an owner for who lost their telephone, and their sessions end', async () => {
  const { id } = await world.make.staffUser({ twoFactorEnabled: true })
  await giveSession(id)
  const removed = valued(await removeStaffTwoFactor({ deps: world.deps, actor: owner, input: { id } }))
  expect(removed.twoFactorEnabled).toBe(false)
  expect(await rows('staffSessions')).toEqual([])
})
