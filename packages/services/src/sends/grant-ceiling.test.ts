import { afterEach, beforeEach, expect, test } from 'vitest'
import { getEmail } from '../emails/get.ts'
import { listEmails } from '../emails/list.ts'
import { queueEmailCode } from '../emails/queue-code.ts'
import { createWorld, staffActor, valued, workOffJobs } from '../testing/index.ts'
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

test('mails in the outbox show their codes only to who may hand them on', async () => {
  const { deps, operator, website, webRole, invitation } = await makeInvitation()
  valued(await sendInvitations({ deps, actor: operator, input: { invitationIds: [invitation.id] } }))
  const address = 'somebody@contoso.example'
  await queueEmailCode({ deps, input: { address, code: '123456', websiteId: website.id, locale: 'en' } })
  await workOffJobs(deps)
  const { items } = valued(await listEmails({ deps, actor: operator, input: {} }))
  const shown = async (kind: string, actor: Parameters<typeof getEmail>[0]['actor']) => {
    const emailId = items.find((email) => email.kind === kind)?.id ?? ''
    return valued(await getEmail({ deps, actor, input: { emailId } })).html !== null
  }
  expect(await shown('invitation', staffActor('inviter'))).toBe(false)
  expect(await shown('invitation', staffActor('inviter', [webRole.id]))).toBe(true)
  expect(await shown('invitation', staffActor('admin'))).toBe(true)
  expect(await shown('email_code', staffActor('inviter', [webRole.id]))).toBe(false)
  expect(await shown('email_code', staffActor('admin'))).toBe(true)
})
