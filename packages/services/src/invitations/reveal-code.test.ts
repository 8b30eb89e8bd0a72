import { createKeyring, formatCode } from '@usher/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import { createWorld } from '../testing/index.ts'
import { copyInvitationLink, revealInvitationCode } from './reveal-code.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let website: { id: string }
beforeEach(async () => {
  world = await createWorld()
  website = await world.make.website({
    baseUrl: 'https://www.contoso.example/shop/',
    edgeUrl: 'https://invite.contoso.example',
  })
})
afterEach(() => world.remove())

const rows = async (query: string) => (await world.deps.database.client.execute(query)).rows
const staff = (role: 'admin' | 'inviter' | 'viewer'): Actor => ({
  kind: 'staff',
  id: 'sam',
  name: 'Sam',
  role,
  grantableWebRoleIds: [],
  ipAddress: '203.0.113.9',
})

test.each([
  ['reveal', revealInvitationCode, 'invitation.code_revealed'],
  ['copy', copyInvitationLink, 'invitation.link_copied'],
] as const)('To %s gives code and link, and is on record without them', async (_, verb, action) => {
  const invitation = await world.make.invitation({ type: 'group', websiteId: website.id })
  const code = formatCode(invitation.code)
  expect(await verb({ deps: world.deps, actor: staff('admin'), input: { id: invitation.id } })).toEqual({
    ok: true,
    value: { code, redemptionUrl: `https://invite.contoso.example/i/${code}` },
  })
  const [audits, activities] = [
    await rows('select * from audit_events'),
    await rows('select * from activities'),
  ]
  expect(audits).toMatchObject([
    { action, entity_id: invitation.id, actor_id: 'sam', ip_address: '203.0.113.9' },
  ])
  expect(activities).toMatchObject([{ type: 'code_revealed', invitation_id: invitation.id }])
  expect(JSON.stringify([audits, activities])).not.toContain(code)
})

test('Without the right to reveal, or to grant what the code gives, nothing is shown and nothing recorded', async () => {
  const role = await world.make.webRole(website.id)
  const { id } = await world.make.invitation({ type: 'group', websiteId: website.id, webRoles: [role] })
  for (const verb of [revealInvitationCode, copyInvitationLink]) {
    expect(await verb({ deps: world.deps, actor: staff('viewer'), input: { id } })).toMatchObject({
      refusal: 'forbidden',
    })
    expect(await verb({ deps: world.deps, actor: staff('inviter'), input: { id } })).toMatchObject({
      refusal: 'forbidden',
    })
  }
  expect(await rows('select 1 from audit_events')).toHaveLength(0)
})

test('A code whose secret is gone is refused in words; one under a previous secret is still shown', async () => {
  const invitation = await world.make.invitation({ type: 'group', websiteId: website.id })
  const call = { actor: world.operator, input: { id: invitation.id } }
  const stranger = await createKeyring(['a secret that came later, 32 letters'])
  expect(await revealInvitationCode({ ...call, deps: { ...world.deps, keys: stranger } })).toMatchObject({
    refusal: 'conflict',
  })
  const rotated = { current: stranger.current, all: [stranger.current, world.deps.keys.current] }
  expect(await revealInvitationCode({ ...call, deps: { ...world.deps, keys: rotated } })).toMatchObject({
    value: { code: formatCode(invitation.code) },
  })
})
