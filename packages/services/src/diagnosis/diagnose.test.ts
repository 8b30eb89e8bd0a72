import { schema } from '@usher/database'
import { formatCode } from '@usher/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countAttempt } from '../attempts/count.ts'
import { explainEffect } from '../invitations/explain-effect.ts'
import { extendInvitation } from '../invitations/extend.ts'
import { inviteContact } from '../invitations/invite-contact.ts'
import { redeemInvitation } from '../redemptions/redeem.ts'
import { createWorld, staffActor, valued } from '../testing/index.ts'
import { diagnoseAccess } from './diagnose.ts'
import type { Fix } from './finding.ts'
import { bucketsOfAddress } from './lock-out.ts'
import { unlockSignIn } from './unlock-sign-in.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let at: Awaited<ReturnType<typeof makePlace>>
beforeEach(async () => {
  world = await createWorld()
  at = await makePlace()
})
afterEach(() => world.remove())

async function makePlace() {
  const website = await world.make.website({ baseUrl: 'https://www.contoso.example' })
  const jane = await world.make.contact({ firstName: 'Jane', lastName: 'Doe', email: 'jane@contoso.example' })
  return { website, jane }
}
const invite = (row: Parameters<typeof world.make.invitation>[0] = {}) =>
  world.make.invitation({ websiteId: at.website.id, contacts: [at.jane], sentAt: world.deps.now(), ...row })
const ask = async (question: string) =>
  valued(await diagnoseAccess({ deps: world.deps, actor: staffActor('viewer'), input: { question } }))
/** The kinds of fixes for what keeps them out, in order. */
const fixes = ({ findings }: { findings: { severity: string; fix: Fix | null }[] }, severity = 'problem') =>
  findings.filter((finding) => finding.severity === severity).map(({ fix }) => fix?.kind)

test('an address that no contact has: create the contact', async () => {
  const diagnosis = await ask('  Nobody@Contoso.example ')
  expect(diagnosis).toMatchObject({ contact: null, invitations: [] })
  expect(diagnosis.findings).toMatchObject([
    { severity: 'problem', fix: { kind: 'create_contact', email: 'nobody@contoso.example' } },
  ])
})

test('a contact who is not invited to anything: create an invitation', async () => {
  expect(fixes(await ask('jane@contoso.example'))).toEqual(['create_invitation'])
})

test('a second address proves nobody: it is told whose it is and where invitations go', async () => {
  await world.make.contact({ email: 'joe@contoso.example', email2: 'joe.private@home.example' })
  const { contact, findings } = await ask('joe.private@home.example')
  expect(contact?.email).toBe('joe@contoso.example')
  expect(findings[0]).toMatchObject({ severity: 'caution', fix: { kind: 'edit_contact' } })
})

test.each([
  ['inactive', { deactivatedAt: new Date('2027-01-01') }, 'activate'],
  ['expired', { expiresAt: new Date('2027-01-01') }, 'extend'],
  ['full', { type: 'group', maximumRedemptions: 2, redemptionCount: 2 }, 'add_seat'],
] as const)(
  'an invitation that is %s is named with its remedy, above how its mail fared',
  async (_, row, kind) => {
    await invite(row)
    const { invitations } = await ask('jane@contoso.example')
    expect(invitations.map((invitation) => fixes(invitation))).toEqual([[kind, 'send']])
  },
)

test('everything that stands in the way is told, in the order in which to mend it', async () => {
  const past = new Date('2027-01-01')
  await invite({
    type: 'group',
    deactivatedAt: past,
    expiresAt: past,
    maximumRedemptions: 1,
    redemptionCount: 1,
  })
  const { invitations } = await ask('jane@contoso.example')
  expect(fixes(invitations[0] ?? { findings: [] })).toEqual(['activate', 'extend', 'add_seat', 'send'])
})

test('a link of a Single that somebody else opened names whom it is for, by the address that is given with it', async () => {
  const invitation = await invite()
  await world.make.contact({ email: 'joe@contoso.example' })
  const link = `https://www.contoso.example/i/${formatCode(invitation.code)}`
  const { contact, invitations } = await ask(`${link} joe@contoso.example`)
  expect(contact?.email).toBe('joe@contoso.example')
  expect(fixes(invitations[0] ?? { findings: [] })).toEqual(['create_invitation'])
  expect((await ask(link)).contact?.email).toBe('jane@contoso.example')
})

test('a Single that the wrong person redeemed leads to that redemption', async () => {
  const invitation = await invite({ redeemableBy: 'anyone' })
  const user = await world.make.invitee({ email: 'wrong@fabrikam.example' })
  const redeemer = { userId: user.id, name: 'Wrong Person', ipAddress: null, userAgent: null }
  valued(await redeemInvitation({ deps: world.deps, redeemer, input: { code: invitation.code } }))
  const { invitations } = await ask('jane@contoso.example')
  expect(fixes(invitations[0] ?? { findings: [] })[0]).toBe('show_redemption')
})

test.each([
  ['a symbol is wrong', () => '0000-0000-0000-0000-0001', 'Nobody ever got this code'],
  ['a code of staff’s own that there is not', () => 'SPRING-PARTNERS-2029', 'No invitation has this code'],
  ['too short', () => 'ABC', 'This is no code'],
  ['a link without a code', () => 'https://www.contoso.example/', 'There is no code in this link'],
  ['a link to elsewhere', (code: string) => `https://old.example/i/${code}`, 'The link leads to old.example'],
])('%s: it is said which', async (_, textOf, words) => {
  const { code } = await invite()
  const { findings } = await ask(textOf(code))
  expect(findings.find(({ severity }) => severity === 'problem')?.text).toContain(words)
})

test('the old code of an invitation whose code was replaced was genuine once', async () => {
  const invitation = await invite()
  await world.deps.database.client.execute(`UPDATE invitations SET code_hash = 'another'`)
  expect((await ask(invitation.code)).findings[0]?.text).toContain('was genuine')
})

test('a mailed link whose address has changed since proves nothing any more', async () => {
  const invitation = await invite()
  const proof = await invitation.proofFor(at.jane)
  const link = `https://www.contoso.example/i/${invitation.code}?r=${proof}`
  expect((await ask(link)).findings.map(({ severity }) => severity)).not.toContain('caution')
  await world.deps.database.client.execute(
    `UPDATE contacts SET email = 'new@contoso.example', email_normalised = 'new@contoso.example'`,
  )
  expect((await ask(link)).findings.find(({ severity }) => severity === 'caution')?.text).toContain(
    'not theirs any more',
  )
})

test.each([
  [{ invitationEnabled: false }],
  [
    {
      localSignInEnabled: false,
      emailCodeEnabled: false,
      passkeyEnabled: false,
      externalSignInEnabled: false,
    },
  ],
  [{ registrationEnabled: false }],
])('website settings that keep people out lead to the website: %j', async (settings) => {
  await world.deps.database.write([
    world.deps.database.query.update(schema.websites).set({ settings: settings as never }),
  ])
  await invite()
  const { invitations } = await ask('jane@contoso.example')
  expect(fixes(invitations[0] ?? { findings: [] })[0]).toBe('edit_website')
})

test('who guessed too often is locked, and unlocked on record', async () => {
  const [bucket = ''] = await bucketsOfAddress('jane@contoso.example')
  for (let turn = 0; turn < 5; turn++) {
    await countAttempt({ deps: world.deps, input: [{ bucket, limit: 5, windowSeconds: 900 }] })
  }
  await invite()
  expect(fixes(await ask('jane@contoso.example'))).toEqual(['unlock_sign_in'])
  valued(await unlockSignIn({ deps: world.deps, actor: world.operator, input: { contactId: at.jane.id } }))
  expect(fixes(await ask('jane@contoso.example'))).toEqual([])
})

test('a web role that its giver may not grant any more is told before somebody redeems without it', async () => {
  const inviter = await world.make.staffUser({ role: 'inviter', name: 'Ina' })
  const role = await world.make.webRole(at.website.id, 'Partner')
  const { id } = await invite({ webRoles: [role], addedById: inviter.id })
  const { invitations } = await ask('jane@contoso.example')
  expect(invitations[0]?.findings.find(({ text }) => text.includes('Ina'))).toMatchObject({
    severity: 'caution',
  })
  const effect = valued(
    await explainEffect({
      deps: world.deps,
      actor: staffActor('viewer'),
      input: { invitationId: id, contactId: at.jane.id },
    }),
  )
  expect(effect.webRoles).toMatchObject([{ name: 'Partner', effect: 'never' }])
})

test('what an invitation will do for a contact: new roles, roles held already, the account left and joined', async () => {
  const [before, contoso] = [await world.make.account('Before'), await world.make.account('Contoso')]
  const [partner, buyer] = [
    await world.make.webRole(at.website.id, 'Partner'),
    await world.make.webRole(at.website.id, 'Buyer'),
  ]
  const joe = await world.make.contact({ accountId: before.id })
  const { query } = world.deps.database
  const held = { id: world.deps.newId(), contactId: joe.id, webRoleId: buyer.id, grantedAt: world.deps.now() }
  await world.deps.database.write([query.insert(schema.grants).values(held)])
  const { id } = await invite({ type: 'group', webRoles: [partner, buyer], assignToAccountId: contoso.id })
  const input = { invitationId: id, contactId: joe.id }
  expect(valued(await explainEffect({ deps: world.deps, actor: staffActor('viewer'), input }))).toMatchObject(
    {
      webRoles: [
        { name: 'Buyer', effect: 'again' },
        { name: 'Partner', effect: 'new' },
      ],
      account: { left: { name: 'Before' }, joined: { name: 'Contoso' } },
    },
  )
})

test('what was typed is in no row and not in the answer; who would guess codes with it is stopped', async () => {
  const { code } = await invite()
  const before = await world.deps.database.query.select().from(schema.auditEvents)
  const answer = JSON.stringify(await ask(formatCode(code)))
  expect(answer).not.toContain(code)
  expect(answer).not.toContain(formatCode(code))
  const dump = []
  const { client } = world.deps.database
  for (const { name } of (await client.execute("SELECT name FROM sqlite_master WHERE type = 'table'")).rows)
    dump.push((await client.execute(`SELECT * FROM "${String(name)}"`)).rows)
  expect(JSON.stringify(dump)).not.toContain(code)
  expect(await world.deps.database.query.select().from(schema.auditEvents)).toEqual(before)

  const guess = () =>
    diagnoseAccess({ deps: world.deps, actor: staffActor('viewer'), input: { question: 'SPRING-2027' } })
  const answers = []
  for (let turn = 0; turn < 101; turn++) answers.push(await guess())
  expect(answers.at(-1)).toMatchObject({ refusal: 'too_many_attempts' })
})

test('an expired invitation is extended from today on, another from its own last day on', async () => {
  const expired = await invite({ expiresAt: new Date('2027-01-01') })
  const open = await invite({ expiresAt: new Date('2027-01-31T23:00:00Z') })
  const extend = async (id: string) =>
    valued(await extendInvitation({ deps: world.deps, actor: world.operator, input: { id, days: 7 } }))
      .expiresAt
  await world.make.staffUser()
  expect(await extend(expired.id)).toEqual(new Date('2027-01-22T23:00:00Z'))
  expect(await extend(open.id)).toEqual(new Date('2027-02-07T23:00:00Z'))
})

test('one more contact is invited to a Group, once', async () => {
  await world.make.staffUser()
  const group = await invite({ type: 'group' })
  const joe = await world.make.contact()
  const input = { id: group.id, contactId: joe.id }
  for (let turn = 0; turn < 2; turn++) {
    const invited = valued(await inviteContact({ deps: world.deps, actor: world.operator, input }))
    expect(invited.invitedContactIds).toEqual([at.jane.id, joe.id])
  }
})
