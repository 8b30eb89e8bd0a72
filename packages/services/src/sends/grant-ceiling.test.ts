import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorld, staffActor } from '../testing/index.ts'
import { ensureBuiltInWorkflows } from '../workflows/ensure-built-ins.ts'
import { sendInvitations } from './create.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

async function makeInvitation() {
  const { make, deps, operator } = world
  await ensureBuiltInWorkflows({ deps })
  const website = await make.website()
  const webRole = await make.webRole(website.id)
  const contacts = [await make.contact()]
  const invitation = await make.invitation({ websiteId: website.id, webRoles: [webRole], contacts })
  return { deps, operator, website, webRole, invitation }
}

test('invariant 10: who may not grant what an invitation gives cannot have it mailed either', async () => {
  const { deps, webRole, invitation } = await makeInvitation()
  const input = { invitationIds: [invitation.id] }
  expect(await sendInvitations({ deps, actor: staffActor('inviter'), input })).toMatchObject({
    refusal: 'forbidden',
  })
  const allowed = staffActor('inviter', [webRole.id])
  expect(await sendInvitations({ deps, actor: allowed, input })).toMatchObject({ ok: true })
})
