import { schema } from '@usher/database'
import { formatCode } from '@usher/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { sendInvitations } from '../sends/create.ts'
import { createWorld, staffActor, valued, workOffJobs } from '../testing/index.ts'
import { ensureBuiltInWorkflows } from '../workflows/ensure-built-ins.ts'
import { getEmail } from './get.ts'
import { listEmails } from './list.ts'
import { queueEmailCode } from './queue-code.ts'
import { revealEmail } from './reveal.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let place: Awaited<ReturnType<typeof makePlace>>
beforeEach(async () => {
  world = await createWorld()
  place = await makePlace()
})
afterEach(() => world.remove())

/** Two mails in the outbox: one invites, one holds a sign-in code. */
async function makePlace() {
  const { make, deps, operator: actor } = world
  await ensureBuiltInWorkflows({ deps })
  const website = await make.website()
  const webRole = await make.webRole(website.id)
  const contacts = [await make.contact()]
  const invitation = await make.invitation({ websiteId: website.id, webRoles: [webRole], contacts })
  valued(await sendInvitations({ deps, actor, input: { invitationIds: [invitation.id] } }))
  const address = 'somebody@contoso.example'
  await queueEmailCode({ deps, input: { address, code: '482913', websiteId: website.id, locale: 'en' } })
  await workOffJobs(deps)
  const { items } = valued(await listEmails({ deps, actor, input: {} }))
  const idOf = (kind: string) => items.find((email) => email.kind === kind)?.id ?? ''
  return { webRole, invitation, inviting: idOf('invitation'), signingIn: idOf('email_code') }
}

const read = async (actor: Actor, emailId: string, deps: Deps = world.deps) =>
  valued(await getEmail({ deps, actor, input: { emailId } }))
const reveal = (actor: Actor, emailId: string, deps: Deps = world.deps) =>
  revealEmail({ deps, actor, input: { emailId } })
const auditEvents = async () =>
  (await world.deps.database.query.select().from(schema.auditEvents)).filter(
    ({ action }) => action === 'email.revealed',
  )

test('invariant 7: a mail in the outbox shows its code and link on an explicit reveal alone, which is audited', async () => {
  const { invitation, inviting } = place
  const actor = staffActor('admin')
  const masked = await read(actor, inviting)
  expect(masked).toMatchObject({ isMasked: true, mayBeRevealed: true, hiddenReason: null })
  expect(masked.text).toContain('••••')
  expect(JSON.stringify(masked)).not.toContain(invitation.code)
  expect(JSON.stringify(masked)).not.toContain(formatCode(invitation.code))
  expect(JSON.stringify(masked)).not.toMatch(/[?&]r=/)
  expect(await auditEvents()).toEqual([])

  valued(await reveal(actor, inviting))
  expect(await auditEvents()).toMatchObject([
    { actorName: actor.name, entityType: 'email', entityId: inviting, ipAddress: '203.0.113.7' },
  ])
  const shown = await read(actor, inviting)
  expect(shown).toMatchObject({ isMasked: false, mayBeRevealed: false })
  expect(shown.html).toContain(`/i/${invitation.code}?r=`)
  expect(await auditEvents()).toHaveLength(1)
})

test('a mail is shown to who had it revealed, not to others, and for an hour', async () => {
  const { inviting } = place
  valued(await reveal(staffActor('admin'), inviting))
  expect(await read(staffActor('owner'), inviting)).toMatchObject({ isMasked: true, mayBeRevealed: true })
  const later = new Date(world.deps.now().getTime() + 61 * 60 * 1000)
  const deps = { ...world.deps, now: () => later }
  expect(await read(staffActor('admin'), inviting, deps)).toMatchObject({ isMasked: true })
})

test('where the audit row cannot be written, nothing is shown', async () => {
  const { client } = world.deps.database
  await client.execute(
    `CREATE TRIGGER no_audit BEFORE INSERT ON audit_events BEGIN SELECT raise(ABORT, 'no audit today'); END`,
  )
  await expect(reveal(staffActor('admin'), place.inviting)).rejects.toThrow('no audit today')
  expect(await read(staffActor('admin'), place.inviting)).toMatchObject({ isMasked: true })
})

test('invariant 10: only who may hand a code on has its mail shown', async () => {
  const { inviting, signingIn, webRole } = place
  const cases: [Actor, string, boolean][] = [
    [staffActor('viewer'), inviting, false],
    [staffActor('inviter'), inviting, false],
    [staffActor('inviter', [webRole.id]), inviting, true],
    [staffActor('inviter', [webRole.id]), signingIn, false],
    [staffActor('admin'), signingIn, true],
  ]
  for (const [actor, emailId, may] of cases) {
    expect(await reveal(actor, emailId)).toMatchObject(may ? { ok: true } : { refusal: 'forbidden' })
    const email = await read(actor, emailId)
    expect(email).toMatchObject({ isMasked: !may, hiddenReason: may ? null : expect.any(String) })
    expect(email.html).toContain('</html>')
    expect(JSON.stringify(email).includes('482913')).toBe(may && emailId === signingIn)
  }
})

test('a demoted staff user no longer sees what they had revealed', async () => {
  const { inviting, webRole } = place
  valued(await reveal(staffActor('inviter', [webRole.id]), inviting))
  expect(await read(staffActor('inviter'), inviting)).toMatchObject({ isMasked: true })
})

test('once mails really leave, what the outbox kept stays masked', async () => {
  const deps: Deps = { ...world.deps, mailTransport: 'postmark' }
  expect(await reveal(staffActor('owner'), place.inviting, deps)).toMatchObject({ refusal: 'forbidden' })
  expect(await read(staffActor('owner'), place.inviting, deps)).toMatchObject({
    isMasked: true,
    mayBeRevealed: false,
    hiddenReason: expect.stringContaining('outbox'),
  })
})

test('a mail that was not written yet, and one that never was, cannot be revealed', async () => {
  const input = { address: 'jane@contoso.example', code: '123456', websiteId: null, locale: null }
  const { emailId } = valued(await queueEmailCode({ deps: world.deps, input }))
  expect(await reveal(staffActor('owner'), emailId)).toMatchObject({ refusal: 'conflict' })
  expect(await reveal(staffActor('owner'), 'another')).toMatchObject({ refusal: 'not_found' })
})
