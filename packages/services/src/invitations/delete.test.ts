import { schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import { redeemInvitation } from '../redemptions/redeem.ts'
import { createWorld } from '../testing/index.ts'
import { createInvitation } from './create.ts'
import { deleteInvitation } from './delete.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

const remove = (id: string, actor: Actor = world.operator) =>
  deleteInvitation({ deps: world.deps, actor, input: { id } })
const rows = async (query: string) => (await world.deps.database.client.execute(query)).rows

test('What was never sent nor redeemed goes with its recipients and web roles; the audit keeps what it was', async () => {
  const website = await world.make.website()
  await world.make.staffUser()
  const [contact, role] = [await world.make.contact(), await world.make.webRole(website.id)]
  const created = await createInvitation({
    deps: world.deps,
    actor: world.operator,
    input: { name: 'Gone', type: 'group', invitedContactIds: [contact.id], webRoleIds: [role.id] },
  })
  if (!created.ok) throw new Error(created.refusal)
  expect(await remove(created.value.id)).toEqual({ ok: true, value: { id: created.value.id } })
  for (const table of ['invitations', 'invitation_recipients', 'invitation_web_roles']) {
    expect(await rows(`select 1 from ${table}`)).toHaveLength(0)
  }
  expect(await rows('select contact_id from activities')).toMatchObject([{ contact_id: contact.id }])
  const [audit] = await rows("select before from audit_events where action = 'invitation.deleted'")
  expect(JSON.parse(String(audit?.before))).toMatchObject({ name: 'Gone', invitedContactIds: [contact.id] })
  expect(await remove(created.value.id)).toMatchObject({ refusal: 'not_found' })
})

test('What was sent, is about to be, or was redeemed stays on record', async () => {
  const [sent, mailed, redeemed] = [
    await world.make.invitation({ type: 'group', sentAt: world.deps.now() }),
    await world.make.invitation({ type: 'group' }),
    await world.make.invitation({ type: 'group' }),
  ]
  await world.deps.database.write([
    world.deps.database.query.insert(schema.emails).values({
      id: 'mail',
      key: 'mail',
      kind: 'invitation',
      invitationId: mailed.id,
      status: 'queued',
      createdAt: world.deps.now(),
    }),
  ])
  const user = await world.make.invitee()
  const redeemer = { userId: user.id, name: user.name, ipAddress: null, userAgent: null }
  await redeemInvitation({ deps: world.deps, redeemer, input: { code: redeemed.code } })

  for (const { id } of [sent, mailed, redeemed])
    expect(await remove(id)).toMatchObject({ refusal: 'conflict' })
  expect(await rows('select 1 from invitations')).toHaveLength(3)
})

test('A viewer deletes nothing', async () => {
  const { id } = await world.make.invitation({ type: 'group' })
  const viewer: Actor = {
    kind: 'staff',
    id: 'v',
    name: 'V',
    role: 'viewer',
    grantableWebRoleIds: [],
    ipAddress: null,
  }
  expect(await remove(id, viewer)).toMatchObject({ refusal: 'forbidden' })
})
