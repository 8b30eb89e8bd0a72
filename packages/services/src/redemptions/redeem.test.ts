import { schema } from '@usher/database'
import type { StaffRole } from '@usher/domain'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createWorld } from '../testing/index.ts'
import { redeemInvitation } from './redeem.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

type Input = Parameters<typeof redeemInvitation>[0]['input']
const redeem = (user: { id: string; name: string }, input: Input) =>
  redeemInvitation({
    deps: world.deps,
    redeemer: { userId: user.id, name: user.name, ipAddress: '203.0.113.7', userAgent: 'test' },
    input,
  })

const rows = {
  redemptions: () => world.deps.database.query.select().from(schema.redemptions),
  grants: () => world.deps.database.query.select().from(schema.grants),
  contacts: () => world.deps.database.query.select().from(schema.contacts),
  invitees: () => world.deps.database.query.select().from(schema.inviteeUsers),
  invitations: () => world.deps.database.query.select().from(schema.invitations),
  activities: () => world.deps.database.query.select().from(schema.activities),
  runs: () => world.deps.database.query.select().from(schema.workflowRuns),
  jobs: () => world.deps.database.query.select().from(schema.jobs),
}

async function expectNothingHappened() {
  expect(await rows.redemptions()).toEqual([])
  expect(await rows.grants()).toEqual([])
  expect(await rows.jobs()).toEqual([])
  expect((await rows.invitations()).map((invitation) => invitation.redemptionCount)).toEqual([0])
}

describe('what a redemption does', () => {
  test('the contact joins the account, gets the web roles, a workflow is queued and the activity is on record, all together', async () => {
    const website = await world.make.website()
    const [partner, buyer] = [
      await world.make.webRole(website.id, 'Partner'),
      await world.make.webRole(website.id, 'Buyer'),
    ]
    const [before, contoso] = [await world.make.account('Before'), await world.make.account('Contoso')]
    const contact = await world.make.contact({ accountId: before.id })
    const workflow = await world.make.workflow()
    const invitation = await world.make.invitation({
      websiteId: website.id,
      contacts: [contact],
      webRoles: [partner, buyer],
      assignToAccountId: contoso.id,
      redemptionWorkflowId: workflow.id,
    })
    const user = await world.make.invitee({ email: contact.email ?? '' })

    const result = await redeem(user, { code: invitation.code })

    expect(result).toMatchObject({
      ok: true,
      value: {
        invitationId: invitation.id,
        contactId: contact.id,
        account: { id: contoso.id, name: 'Contoso' },
        isRepeat: false,
      },
    })
    if (!result.ok) return
    expect(Math.abs(result.value.redeemedAt.getTime() - world.deps.now().getTime())).toBeLessThan(5000)
    expect(result.value.webRoles.map((role) => role.name).sort()).toEqual(['Buyer', 'Partner'])
    expect(await rows.redemptions()).toMatchObject([
      { previousAccountId: before.id, accountId: contoso.id, ipAddress: '203.0.113.7', userId: user.id },
    ])
    expect((await rows.contacts())[0]?.accountId).toBe(contoso.id)
    expect((await rows.invitees())[0]?.contactId).toBe(contact.id)
    expect((await rows.grants()).map((grant) => grant.redemptionId)).toEqual([
      result.value.id,
      result.value.id,
    ])
    expect(await rows.activities()).toMatchObject([
      { type: 'invite_redemption', contactId: contact.id, invitationId: invitation.id },
    ])
    const [run] = await rows.runs()
    expect(run).toMatchObject({
      workflowVersionId: workflow.versionId,
      contactId: contact.id,
      status: 'queued',
    })
    expect(await rows.jobs()).toMatchObject([{ kind: 'run_workflow', payload: { workflowRunId: run?.id } }])
    expect(await rows.invitations()).toMatchObject([{ redemptionCount: 1, status: 'redeemed' }])
  })

  test('a redeemer of a Group who matches no contact becomes one, under the verified address', async () => {
    const invitation = await world.make.invitation({ type: 'group' })
    const user = await world.make.invitee({ name: 'Ada King Lovelace', email: 'ada@fabrikam.example' })

    expect((await redeem(user, { code: invitation.code })).ok).toBe(true)
    expect(await rows.contacts()).toMatchObject([
      {
        firstName: 'Ada',
        lastName: 'King Lovelace',
        email: 'ada@fabrikam.example',
        emailNormalised: 'ada@fabrikam.example',
      },
    ])
  })

  test('a redeemer whose verified address is a contact is that contact', async () => {
    const contact = await world.make.contact({ email: 'Jane@Contoso.example' })
    const invitation = await world.make.invitation({ type: 'group' })
    const user = await world.make.invitee({ email: 'jane@contoso.example' })

    expect(await redeem(user, { code: invitation.code })).toMatchObject({
      ok: true,
      value: { contactId: contact.id },
    })
    expect(await rows.contacts()).toHaveLength(1)
  })

  test('ids made by the database are UUIDv7 and differ', async () => {
    const website = await world.make.website()
    const webRoles = [await world.make.webRole(website.id), await world.make.webRole(website.id)]
    const contact = await world.make.contact()
    const invitation = await world.make.invitation({ websiteId: website.id, contacts: [contact], webRoles })
    await redeem(await world.make.invitee({ email: contact.email ?? '' }), { code: invitation.code })

    const ids = [...(await rows.grants()), ...(await rows.activities())].map((row) => row.id)
    expect(new Set(ids).size).toBe(3)
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})

describe('invariant 2: a contact redeems an invitation at most once; asking again gives the same answer', () => {
  test('a second request, and twenty at once, answer as the first did', async () => {
    const invitation = await world.make.invitation({ type: 'group', maximumRedemptions: 5 })
    const user = await world.make.invitee()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => redeem(user, { code: invitation.code })),
    )
    const later = await redeem(user, { code: invitation.code })

    const ids = new Set([...answers, later].map((answer) => (answer.ok ? answer.value.id : answer.refusal)))
    expect(ids.size).toBe(1)
    expect(answers.filter((answer) => answer.ok && !answer.value.isRepeat)).toHaveLength(1)
    expect(await rows.redemptions()).toHaveLength(1)
    expect(await rows.contacts()).toHaveLength(1)
    expect(await rows.invitations()).toMatchObject([{ redemptionCount: 1 }])
  })

  test('who has redeemed gets the same answer after expiry and deactivation', async () => {
    const contact = await world.make.contact()
    const invitation = await world.make.invitation({
      contacts: [contact],
      expiresAt: new Date('2027-02-01T00:00:00Z'),
    })
    const user = await world.make.invitee({ email: contact.email ?? '' })
    const first = await redeem(user, { code: invitation.code })
    world.moveTo(new Date('2027-03-01T00:00:00Z'))
    const second = await redeem(user, { code: invitation.code })
    expect(second).toMatchObject({ ok: true, value: { id: first.ok && first.value.id, isRepeat: true } })
  })

  test('one new person redeeming two Groups at once becomes one contact', async () => {
    const invitations = [
      await world.make.invitation({ type: 'group' }),
      await world.make.invitation({ type: 'group' }),
    ]
    const user = await world.make.invitee()
    const answers = await Promise.all(invitations.map(({ code }) => redeem(user, { code })))
    expect(answers.map((answer) => answer.ok)).toEqual([true, true])
    expect(await rows.contacts()).toHaveLength(1)
    expect(await rows.redemptions()).toHaveLength(2)
  })
})

describe('invariant 1: an invitation is never redeemed more often than it allows', () => {
  test('forty people at once for seven seats: exactly seven, and the others are told it is full', async () => {
    const website = await world.make.website()
    const role = await world.make.webRole(website.id)
    const invitation = await world.make.invitation({
      type: 'group',
      maximumRedemptions: 7,
      websiteId: website.id,
      webRoles: [role],
    })
    const people = []
    for (let index = 0; index < 40; index++) people.push(await world.make.invitee())
    const answers = await Promise.all(people.map((user) => redeem(user, { code: invitation.code })))

    expect(answers.filter((answer) => answer.ok)).toHaveLength(7)
    expect(answers.filter((answer) => !answer.ok && answer.refusal === 'invitation_full')).toHaveLength(33)
    expect(await rows.redemptions()).toHaveLength(7)
    expect(await rows.grants()).toHaveLength(7)
    expect(await rows.contacts()).toHaveLength(7)
    expect(await rows.invitations()).toMatchObject([{ redemptionCount: 7, status: 'redeemed' }])
  })

  test('a Single is taken once, even by its own contact under a second sign-in', async () => {
    const contact = await world.make.contact()
    const invitation = await world.make.invitation({ contacts: [contact] })
    const recipientProof = await invitation.proofFor(contact)
    const [first, second] = [await world.make.invitee(), await world.make.invitee()]
    const answers = [
      await redeem(first, { code: invitation.code, recipientProof }),
      await redeem(second, { code: invitation.code, recipientProof }),
    ]
    expect(answers).toMatchObject([{ ok: true }, { ok: false }])
    expect(await rows.redemptions()).toHaveLength(1)
  })
})

describe('invariant 3: redemption, grants, account, activity and jobs commit together or not at all', () => {
  test('a grant that cannot be written takes the whole claim back', async () => {
    const website = await world.make.website()
    const role = await world.make.webRole(website.id)
    const invitation = await world.make.invitation({ type: 'group', websiteId: website.id, webRoles: [role] })
    const user = await world.make.invitee()
    await world.deps.database.client.execute(
      `CREATE TRIGGER no_grants BEFORE INSERT ON grants BEGIN SELECT raise(ABORT, 'no grants today'); END`,
    )
    await expect(redeem(user, { code: invitation.code })).rejects.toThrow('no grants today')
    await expectNothingHappened()
    expect(await rows.contacts()).toEqual([])
    expect(await rows.activities()).toEqual([])
    expect((await rows.invitees())[0]?.contactId).toBeNull()
  })
})

describe('invariant 6: expired, inactive, full: decided at the commit', () => {
  const expiresAt = new Date('2027-02-01T12:00:00.000Z')

  test('the last millisecond before expiry is in time, the first at it is not', async () => {
    const invitation = await world.make.invitation({ type: 'group', expiresAt })
    // The database's clock goes on between the test's instant and the commit: a minute stands for "before".
    world.moveTo(new Date(expiresAt.getTime() - 60_000))
    expect((await redeem(await world.make.invitee(), { code: invitation.code })).ok).toBe(true)
    world.moveTo(new Date(expiresAt.getTime() + 1))
    expect(await redeem(await world.make.invitee(), { code: invitation.code })).toMatchObject({
      ok: false,
      refusal: 'invitation_expired',
    })
  })

  test('deactivated while the form was open: refused, nothing happened', async () => {
    const contact = await world.make.contact()
    const invitation = await world.make.invitation({ contacts: [contact], deactivatedAt: world.deps.now() })
    const user = await world.make.invitee({ email: contact.email ?? '' })
    expect(await redeem(user, { code: invitation.code })).toMatchObject({
      ok: false,
      refusal: 'invitation_inactive',
    })
    await expectNothingHappened()
  })
})

describe('who may redeem', () => {
  test('a Single for one address opened under another is refused as wrong_recipient (Grafana CVE-2022-39306)', async () => {
    const contact = await world.make.contact()
    const invitation = await world.make.invitation({ contacts: [contact] })
    expect(await redeem(await world.make.invitee(), { code: invitation.code })).toMatchObject({
      ok: false,
      refusal: 'wrong_recipient',
    })
    await expectNothingHappened()
  })

  test('the invited address registered without verification is refused as email_unverified (Better Auth CVE-2026-53514)', async () => {
    const contact = await world.make.contact()
    const invitation = await world.make.invitation({ contacts: [contact] })
    const user = await world.make.invitee({ email: contact.email ?? '', emailVerified: false })
    expect(await redeem(user, { code: invitation.code })).toMatchObject({
      ok: false,
      refusal: 'email_unverified',
    })
    await expectNothingHappened()
  })

  test('an unverified address redeems no Group either: nobody becomes a contact under a name that is not theirs', async () => {
    const invitation = await world.make.invitation({ type: 'group' })
    const user = await world.make.invitee({ emailVerified: false })
    expect(await redeem(user, { code: invitation.code })).toMatchObject({
      ok: false,
      refusal: 'email_unverified',
    })
    await expectNothingHappened()
  })

  test('the recipient proof of a mailed link stands for the address, whatever address signs in', async () => {
    const contact = await world.make.contact()
    const invitation = await world.make.invitation({ contacts: [contact] })
    const user = await world.make.invitee({ email: 'private@elsewhere.example', emailVerified: false })
    const answer = await redeem(user, {
      code: invitation.code,
      recipientProof: await invitation.proofFor(contact),
    })
    expect(answer).toMatchObject({ ok: true, value: { contactId: contact.id } })
  })

  test('a proof for another invitation, an altered proof and a proof of somebody no longer invited stand for nothing', async () => {
    const [contact, stranger] = [await world.make.contact(), await world.make.contact()]
    const other = await world.make.invitation({ contacts: [contact] })
    const invitation = await world.make.invitation({ contacts: [contact] })
    const user = await world.make.invitee({ emailVerified: false })
    const genuine = await invitation.proofFor(contact)
    const altered = `${genuine.slice(0, 30)}${genuine[30] === 'A' ? 'B' : 'A'}${genuine.slice(31)}`
    for (const recipientProof of [
      await other.proofFor(contact),
      altered,
      await invitation.proofFor(stranger),
    ]) {
      expect((await redeem(user, { code: invitation.code, recipientProof })).ok).toBe(false)
    }
    expect(await rows.redemptions()).toEqual([])
  })

  test('a link mailed to an address that was corrected since proves nothing', async () => {
    const contact = await world.make.contact({ email: 'jane.wrong@contoso.example' })
    const invitation = await world.make.invitation({ contacts: [contact] })
    const recipientProof = await invitation.proofFor(contact)
    const email = 'jane.right@contoso.example'
    await world.deps.database.client.execute({
      sql: 'UPDATE contacts SET email = ?1, email_normalised = ?1 WHERE id = ?2',
      args: [email, contact.id],
    })
    const user = await world.make.invitee({ email, emailVerified: false })
    expect(await redeem(user, { code: invitation.code, recipientProof })).toMatchObject({
      refusal: 'email_unverified',
    })
    await expectNothingHappened()
  })

  test("opened under a verified address that is another contact's, a forwarded link is refused", async () => {
    const [jane, bob] = [await world.make.contact(), await world.make.contact()]
    const invitation = await world.make.invitation({ contacts: [jane] })
    const user = await world.make.invitee({ email: bob.email ?? '' })
    const recipientProof = await invitation.proofFor(jane)
    expect(await redeem(user, { code: invitation.code, recipientProof })).toMatchObject({
      refusal: 'wrong_recipient',
    })
    await expectNothingHappened()
    expect((await rows.invitees())[0]?.contactId).toBeNull()
  })

  test('a proof for a contact who signs in otherwise already is refused at once, not held off', async () => {
    const contact = await world.make.contact()
    await world.make.invitee({ contactId: contact.id })
    for (const type of ['single', 'group'] as const) {
      const invitation = await world.make.invitation({ type, contacts: [contact] })
      const recipientProof = await invitation.proofFor(contact)
      const user = await world.make.invitee()
      expect(await redeem(user, { code: invitation.code, recipientProof })).toMatchObject({
        refusal: 'wrong_recipient',
      })
    }
  })

  test('e-mail domains admit their own addresses alone', async () => {
    const invitation = await world.make.invitation({
      type: 'group',
      redeemableBy: 'domains',
      emailDomains: ['Contoso.example'],
    })
    const answer = async (email: string, emailVerified = true) => {
      const result = await redeem(await world.make.invitee({ email, emailVerified }), {
        code: invitation.code,
      })
      return result.ok || result.refusal
    }
    expect(await answer('a@contoso.example')).toBe(true)
    expect(await answer('b@eu.contoso.example')).toBe('wrong_recipient')
    expect(await answer('c@evilcontoso.example')).toBe('wrong_recipient')
    expect(await answer('d@contoso.example', false)).toBe('email_unverified')
  })

  test('an address that nobody has proven admits by its domain nobody, not even a known contact', async () => {
    const invitation = await world.make.invitation({
      type: 'group',
      redeemableBy: 'domains',
      emailDomains: ['contoso.example'],
    })
    const contact = await world.make.contact({ email: 'me@elsewhere.example' })
    const user = await world.make.invitee({
      email: 'ceo@contoso.example',
      emailVerified: false,
      contactId: contact.id,
    })
    expect(await redeem(user, { code: invitation.code })).toMatchObject({ refusal: 'email_unverified' })
    expect(await rows.redemptions()).toEqual([])
  })

  test('who is not signed in any more is told so; junk codes are unknown without a database', async () => {
    const invitation = await world.make.invitation({ type: 'group' })
    expect(await redeem({ id: 'gone', name: 'Gone' }, { code: invitation.code })).toMatchObject({
      refusal: 'not_signed_in',
    })
    world.deps.database.close()
    const mistyped = invitation.code.slice(0, -1) + (invitation.code.endsWith('A') ? 'B' : 'A')
    for (const code of [mistyped, '', '\0', 'x'.repeat(1_000_000), '👩‍👩‍👧‍👦'.repeat(20)]) {
      expect(await redeem({ id: 'x', name: 'X' }, { code })).toMatchObject({ refusal: 'invitation_unknown' })
    }
  })
})

describe('invariant 10: nobody grants what they may not grant, again at redemption', () => {
  const granted = async (role: StaffRole, options: { ceiling?: boolean; deactivatedAt?: Date } = {}) => {
    const website = await world.make.website()
    const webRole = await world.make.webRole(website.id)
    const staff = await world.make.staffUser({ role, deactivatedAt: options.deactivatedAt ?? null })
    if (options.ceiling) {
      await world.deps.database.write([
        world.deps.database.query
          .insert(schema.staffGrantableWebRoles)
          .values({ staffUserId: staff.id, webRoleId: webRole.id }),
      ])
    }
    // Owned by somebody who may grant everything: what counts is who put the role there.
    const invitation = await world.make.invitation({
      type: 'group',
      websiteId: website.id,
      webRoles: [webRole],
      addedById: staff.id,
    })
    const answer = await redeem(await world.make.invitee(), { code: invitation.code })
    return answer.ok && answer.value.webRoles.length
  }

  test('an inviter demoted or without the role on the list gives nothing; the redemption itself stands (Zulip CVE-2024-21630)', async () => {
    expect(await granted('owner')).toBe(1)
    expect(await granted('admin')).toBe(1)
    expect(await granted('inviter', { ceiling: true })).toBe(1)
    expect(await granted('inviter')).toBe(0)
    expect(await granted('viewer', { ceiling: true })).toBe(0)
    expect(await granted('owner', { deactivatedAt: new Date('2027-01-01') })).toBe(0)
  })
})

test('return URLs lead to the website or nowhere (Better Auth CVE-2024-56734)', async () => {
  const website = await world.make.website({
    baseUrl: 'https://contoso.example',
    allowedReturnUrls: ['https://shop.contoso.example/a'],
  })
  const invitation = await world.make.invitation({ type: 'group', websiteId: website.id })
  const user = await world.make.invitee()
  const returnUrl = async (text: string) => {
    const answer = await redeem(user, { code: invitation.code, returnUrl: text })
    return answer.ok && answer.value.returnUrl
  }
  expect(await returnUrl('/partners?x=1')).toBe('https://contoso.example/partners?x=1')
  expect(await returnUrl('https://shop.contoso.example/a/b')).toBe('https://shop.contoso.example/a/b')
  for (const evil of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'https://shop.contoso.example/ab',
    'https://contoso.example@evil.example/',
    'https://contoso.example.evil.example/',
    '\n//evil.example',
    '/..//evil.example',
  ]) {
    expect([evil, await returnUrl(evil)]).toEqual([
      evil,
      evil === '/..//evil.example' ? 'https://contoso.example//evil.example' : null,
    ])
  }
})
