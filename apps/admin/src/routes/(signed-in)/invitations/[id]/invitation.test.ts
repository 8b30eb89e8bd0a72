import { isRedirect } from '@sveltejs/kit'
import { schema } from '@usher/database'
import { createInvitation, prepareHouse, sendInvitations } from '@usher/services'
import { createWorld, valued } from '@usher/services/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { actions, load } from './+page.server.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let locals: Record<string, unknown>
let created: { id: string; code: string }
beforeEach(async () => {
  world = await createWorld()
  await prepareHouse(world)
  const owner = await world.make.staffUser({ role: 'owner', name: 'Olivia' })
  const jane = await world.make.contact()
  const actor = {
    kind: 'staff',
    id: owner.id,
    name: owner.name,
    role: 'owner',
    grantableWebRoleIds: [],
    ipAddress: null,
  } as const
  locals = { deps: world.deps, actor }
  const input = { name: 'For Jane', type: 'single', invitedContactIds: [jane.id] } as const
  created = valued(
    await createInvitation({ deps: world.deps, actor, input: { ...input, invitedContactIds: [jane.id] } }),
  )
})
afterEach(() => world.remove())

type Event = Parameters<NonNullable<(typeof actions)[string]>>[0]

async function post(action: string) {
  const event = { locals, params: { id: created.id }, cookies: { set: () => undefined } } as unknown as Event
  try {
    return await actions[action]?.(event)
  } catch (thrown) {
    if (isRedirect(thrown)) return thrown
    throw thrown
  }
}
const audited = async () =>
  (
    await world.deps.database.query.select({ action: schema.auditEvents.action }).from(schema.auditEvents)
  ).map(({ action }) => action)

test('The page never holds the code; revealing it does, and is on record', async () => {
  const url = new URL('http://localhost/admin/invitations/x')
  const page = await load({
    locals,
    url,
    params: { id: created.id },
    depends: () => undefined,
  } as unknown as Parameters<typeof load>[0])
  expect(JSON.stringify(page)).not.toContain(created.code)
  expect(JSON.stringify(page)).not.toContain(created.code.replaceAll('-', ''))
  expect(await audited()).not.toContain('invitation.code_revealed')
  expect(await post('reveal')).toMatchObject({ revealed: { code: created.code } })
  expect(await audited()).toContain('invitation.code_revealed')
  expect(await post('copyLink')).toMatchObject({ link: expect.stringContaining(created.code) })
  expect(await audited()).toContain('invitation.link_copied')
})

test('What was never sent is deleted; what was sent is refused in words', async () => {
  const input = { invitationIds: [created.id] }
  valued(await sendInvitations({ deps: world.deps, actor: world.operator, input }))
  expect(await post('delete')).toMatchObject({
    status: 409,
    data: { isAboutDeletion: true, message: expect.stringContaining('Deactivate it instead') },
  })
  const again = valued(
    await createInvitation({
      deps: world.deps,
      actor: world.operator,
      input: { name: 'Fair', type: 'group' },
    }),
  )
  created = again
  expect(await post('delete')).toMatchObject({ status: 303, location: '/admin/invitations' })
})

test('Deactivated and activated again it is as before', async () => {
  const status = async () =>
    (
      await world.deps.database.query.select({ status: schema.invitations.status }).from(schema.invitations)
    )[0]?.status
  expect(await post('deactivate')).toMatchObject({ status: 303 })
  expect(await status()).toBe('inactive')
  expect(await post('activate')).toMatchObject({ status: 303 })
  expect(await status()).toBe('new')
})
