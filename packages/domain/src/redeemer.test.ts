import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Redeemer, refusalOf, refusalOfInvitation, refusalOfRedeemer } from './redeemer.ts'

const now = new Date('2027-01-15T10:00:00Z')
const open = {
  type: 'group' as const,
  sentAt: null,
  deactivatedAt: null,
  expiresAt: null,
  redemptionCount: 0,
  maximumRedemptions: null,
  redeemableBy: 'anyone' as const,
  emailDomains: [] as string[],
  invitedContactIds: ['jane'],
  invitedEmails: ['jane@contoso.com'],
}
const jane: Redeemer = { email: 'jane@contoso.com', emailVerified: true, contactId: 'jane' }
const stranger: Redeemer = { email: 'john@fabrikam.com', emailVerified: true, contactId: null }

const redeemer = fc.record({
  email: fc.constantFrom(null, 'jane@contoso.com', 'john@fabrikam.com'),
  emailVerified: fc.boolean(),
  contactId: fc.constantFrom(null, 'jane', 'john'),
})
const invitation = fc.record({
  type: fc.constantFrom('single' as const, 'group' as const),
  sentAt: fc.constant(null),
  deactivatedAt: fc.constantFrom(null, new Date(1)),
  expiresAt: fc.constantFrom(null, now, new Date(now.getTime() + 1)),
  redemptionCount: fc.nat(2),
  maximumRedemptions: fc.constantFrom(null, 2),
  redeemableBy: fc.constantFrom('invited' as const, 'anyone' as const, 'domains' as const),
  emailDomains: fc.constantFrom([], ['contoso.com']),
  invitedContactIds: fc.constantFrom([], ['jane']),
  invitedEmails: fc.constantFrom([], ['jane@contoso.com']),
})

test('Nobody gets past an invitation that is inactive, expired or full, whoever they are', () => {
  fc.assert(
    fc.property(invitation, redeemer, (one, who) => {
      const refused = refusalOfInvitation(one, now)
      if (refused) expect(refusalOf(one, who, now)).toBe(refused)
      else expect(refusalOf(one, who, now)).toBe(refusalOfRedeemer(one, who))
    }),
  )
})

test('Nobody redeems without signing in', () => {
  fc.assert(
    fc.property(invitation, redeemer, (one, who) => {
      expect(refusalOf(one, { ...who, email: null }, now)).not.toBeNull()
    }),
  )
})

test('Nobody becomes a contact under an address they have not proven', () => {
  fc.assert(
    fc.property(invitation, redeemer, (one, who) => {
      expect(refusalOf(one, { ...who, contactId: null, emailVerified: false }, now)).not.toBeNull()
    }),
  )
})

test('A domain admits only addresses that are proven, also of somebody who is a contact already', () => {
  const one = { ...open, redeemableBy: 'domains' as const, emailDomains: ['fabrikam.com'] }
  const claimsAddress = { email: 'ceo@fabrikam.com', emailVerified: false, contactId: 'john' }
  expect(refusalOf(one, claimsAddress, now)).toBe('email_unverified')
  expect(refusalOf(one, { ...claimsAddress, emailVerified: true }, now)).toBeNull()
})

describe('the truth is told in the order in which one can do something about it', () => {
  test.each([
    [
      'invitation_inactive',
      { deactivatedAt: now, expiresAt: now, maximumRedemptions: 1, redemptionCount: 1 },
    ],
    ['invitation_expired', { expiresAt: now, maximumRedemptions: 1, redemptionCount: 1 }],
    ['invitation_full', { maximumRedemptions: 1, redemptionCount: 1 }],
  ] as const)('%s', (refusal, row) => {
    expect(refusalOf({ ...open, ...row }, jane, now)).toBe(refusal)
  })
})

describe('who may redeem', () => {
  test('only the invited: the invited, by contact alone', () => {
    const one = { ...open, redeemableBy: 'invited' as const }
    expect(refusalOf(one, jane, now)).toBeNull()
    expect(refusalOf(one, { ...jane, emailVerified: false }, now)).toBeNull()
    expect(refusalOf(one, { ...jane, contactId: null, emailVerified: false }, now)).toBe('email_unverified')
    expect(refusalOf(one, stranger, now)).toBe('wrong_recipient')
    expect(refusalOf(one, { ...stranger, emailVerified: false }, now)).toBe('wrong_recipient')
  })

  test('anyone with the code, under a proven address', () => {
    expect(refusalOf(open, stranger, now)).toBeNull()
    expect(refusalOf(open, { ...stranger, emailVerified: false }, now)).toBe('email_unverified')
  })

  test('by domain: the address decides, the invited need none', () => {
    const one = { ...open, redeemableBy: 'domains' as const, emailDomains: ['fabrikam.com'] }
    expect(refusalOf(one, stranger, now)).toBeNull()
    expect(refusalOf(one, { ...stranger, email: 'john@elsewhere.com' }, now)).toBe('wrong_recipient')
    expect(refusalOf(one, jane, now)).toBeNull()
  })
})
