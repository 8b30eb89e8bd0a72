import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { admitsDomain, defaultRedeemablePolicy, isExpired, seatsLeft, statusOf } from './invitation.ts'

const instant = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
const maybe = fc.option(instant)
const state = fc.record({
  sentAt: maybe,
  deactivatedAt: maybe,
  redemptionCount: fc.nat(5),
  maximumRedemptions: fc.option(fc.integer({ min: 1, max: 5 })),
})

describe('the status', () => {
  test('is inactive whenever deactivated, and otherwise never', () => {
    fc.assert(
      fc.property(state, (row) => {
        expect(statusOf(row) === 'inactive').toBe(row.deactivatedAt !== null)
      }),
    )
  })

  test('is redeemed exactly when an active invitation has no seat left', () => {
    fc.assert(
      fc.property(state, (row) => {
        expect(statusOf({ ...row, deactivatedAt: null }) === 'redeemed').toBe(seatsLeft(row) === 0)
      }),
    )
  })

  test('is sent once it was sent, new before', () => {
    const open = { deactivatedAt: null, redemptionCount: 0, maximumRedemptions: 1 }
    expect(statusOf({ ...open, sentAt: null })).toBe('new')
    expect(statusOf({ ...open, sentAt: new Date(1) })).toBe('sent')
  })
})

test('Seats are what is left of the maximum, never below none; without a maximum there is no limit', () => {
  fc.assert(
    fc.property(state, (row) => {
      const left = seatsLeft(row)
      if (row.maximumRedemptions === null) expect(left).toBeNull()
      else expect(left).toBe(Math.max(0, row.maximumRedemptions - row.redemptionCount))
    }),
  )
})

test('An invitation can be redeemed until the millisecond of its expiry, not at it', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: -2, max: 2 }), (expiresAt, offset) => {
      expect(isExpired({ expiresAt }, new Date(expiresAt.getTime() + offset))).toBe(offset >= 0)
    }),
  )
  fc.assert(
    fc.property(instant, (now) => {
      expect(isExpired({ expiresAt: null }, now)).toBe(false)
    }),
  )
})

test('A domain admits its own addresses in any case, not those of domains above, below or beside it', () => {
  const domains = ['Contoso.com', 'fabrikam.example']
  for (const email of ['jane@contoso.com', 'Jane@CONTOSO.COM', 'x@fabrikam.example'])
    expect(admitsDomain(domains, email)).toBe(true)
  for (const email of [
    'jane@eu.contoso.com',
    'jane@com',
    'jane@notcontoso.com',
    'jane@contoso.com.evil',
    'contoso.com@evil',
    '',
  ]) {
    expect(admitsDomain(domains, email)).toBe(false)
  }
  expect(admitsDomain([], 'jane@contoso.com')).toBe(false)
})

test('A Single is for its contact, a Group for anyone with the code, unless told otherwise', () => {
  expect([defaultRedeemablePolicy('single'), defaultRedeemablePolicy('group')]).toEqual(['invited', 'anyone'])
})
