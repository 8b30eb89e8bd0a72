import { isRedirect } from '@sveltejs/kit'
import type { StaffRole } from '@usher/domain'
import { ensureBuiltInWorkflows, getSend, sendInvitations } from '@usher/services'
import { createWorld, valued } from '@usher/services/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { actions, load } from './+page.server.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let sendId: string
beforeEach(async () => {
  world = await createWorld()
  await ensureBuiltInWorkflows({ deps: world.deps })
  const contacts = [await world.make.contact(), await world.make.contact({ lastName: 'Doe', email: null })]
  const invitation = await world.make.invitation({ type: 'group', name: 'Partner day', contacts })
  sendId = valued(
    await sendInvitations({
      deps: world.deps,
      actor: world.operator,
      input: { invitationIds: [invitation.id] },
    }),
  ).id
})
afterEach(() => world.remove())

const localsOf = (role: StaffRole) => ({
  deps: world.deps,
  actor: { kind: 'staff', id: 'a', name: 'Somebody', role, grantableWebRoleIds: [], ipAddress: null },
})
const statusNow = async () =>
  valued(await getSend({ deps: world.deps, actor: world.operator, input: { sendId } })).status

/** Presses a button of the page; what the next page says is in `said`. */
async function press(button: 'pause' | 'resume' | 'cancel', role: StaffRole = 'inviter') {
  let said = ''
  const event = {
    params: { id: sendId },
    url: new URL('http://localhost/admin/sends'),
    cookies: { set: (_: string, value: string) => (said = decodeURIComponent(value)) },
    locals: localsOf(role),
  }
  try {
    await actions[button]?.(event as unknown as Parameters<NonNullable<(typeof actions)[string]>>[0])
  } catch (thrown) {
    if (!isRedirect(thrown)) throw thrown
  }
  return said
}

test('the page tells who was left out, and why, in words', async () => {
  const event = {
    params: { id: sendId },
    url: new URL('http://localhost/admin/sends'),
    depends: () => undefined,
  }
  const data = await load({ ...event, locals: localsOf('viewer') } as unknown as Parameters<typeof load>[0])
  expect(data).toMatchObject({
    send: { planned: 1, queued: 1, excludedCount: 1 },
    reasons: [{ words: 'the contact has no e-mail address', count: 1 }],
    exclusions: [
      { contactLastName: 'Doe', invitationName: 'Partner day', reason: 'the contact has no e-mail address' },
    ],
    emails: { items: [{ status: 'queued' }] },
  })
})

test('a send is paused, goes on, and is cancelled; each time the page says so', async () => {
  expect(await press('pause')).toContain('paused')
  expect(await statusNow()).toBe('paused')
  expect(await press('resume')).toContain('goes on')
  expect(await statusNow()).toBe('sending')
  expect(await press('cancel')).toContain('cancelled')
  expect(await statusNow()).toBe('cancelled')
})

test('a press that comes too late changes nothing and says why', async () => {
  await press('cancel')
  const said = JSON.parse(await press('resume'))
  expect(said).toMatchObject({ kind: 'error', message: expect.stringContaining('cannot be taken back') })
  expect(await statusNow()).toBe('cancelled')
})

test('a viewer stops nothing, whatever their page shows', async () => {
  expect(JSON.parse(await press('pause', 'viewer'))).toMatchObject({ kind: 'error' })
  expect(await statusNow()).toBe('queued')
})
