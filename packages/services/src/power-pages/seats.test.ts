import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seatsOf } from './seats.ts'

const source = fc.record({
  type: fc.constantFrom('single', 'group'),
  status: fc.constantFrom('new', 'sent', 'redeemed', 'inactive'),
  maximumRedemptions: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
  redemptions: fc.nat(25),
})
const known = fc.record({ invited: fc.nat(3), redemptions: fc.nat(25) })

test('nobody can redeem an imported invitation more often than there', () => {
  fc.assert(
    fc.property(source, known, (given, told) => {
      const { terms } = seatsOf(given, told)
      const maximum = given.type === 'single' ? 1 : given.maximumRedemptions
      if (maximum === null) {
        expect(terms.maximumRedemptions).toBeNull()
        return
      }
      const count = Math.min(told.redemptions, terms.maximumRedemptions ?? 0)
      const left = terms.isInactive ? 0 : (terms.maximumRedemptions ?? 0) - count
      expect(left).toBeLessThanOrEqual(Math.max(0, maximum - Math.max(given.redemptions, told.redemptions)))
      if (given.status === 'redeemed') expect(left).toBe(0)
    }),
  )
})

test('a Single invitation stays one for its one contact; any other is a Group with one seat', () => {
  fc.assert(
    fc.property(source, known, (given, told) => {
      fc.pre(given.type === 'single')
      const { terms, notes } = seatsOf(given, told)
      const isForOne = told.invited === 1
      expect(terms).toMatchObject({
        type: isForOne ? 'single' : 'group',
        redeemableBy: isForOne ? 'invited' : 'anyone',
        maximumRedemptions: 1,
      })
      expect(notes.some((note) => note.startsWith('A Single'))).toBe(!isForOne)
    }),
  )
})
