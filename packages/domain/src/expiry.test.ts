import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readExpiry } from './expiry.ts'

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Havana',
  'America/St_Johns',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
]

/** The calendar day of an instant in a zone, by other means than the code under test. */
const dayOf = (instant: number, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant)

test('A day lasts to its last millisecond in the time zone of the website, also where clocks change at midnight', () => {
  const day = fc
    .date({ min: new Date('2024-01-01'), max: new Date('2037-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, fc.constantFrom(...zones), (text, zone) => {
      const end = readExpiry(text, zone)?.getTime() ?? NaN
      expect(dayOf(end - 1, zone)).toBe(text)
      expect(dayOf(end, zone) > text).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

describe('what a text means', () => {
  test.each([
    ['2027-03-31', 'Europe/Berlin', '2027-03-31T22:00:00.000Z'],
    ['2027-01-31', 'Europe/Berlin', '2027-01-31T23:00:00.000Z'],
    // The day on which clocks go forward has 23 hours, the one on which they go back 25.
    ['2027-03-28', 'Europe/Berlin', '2027-03-28T22:00:00.000Z'],
    ['2027-10-31', 'Europe/Berlin', '2027-10-31T23:00:00.000Z'],
    // Havana skips its first hour of this Sunday: Saturday ends when Sunday begins, at 01:00.
    ['2027-03-13', 'America/Havana', '2027-03-14T05:00:00.000Z'],
    ['2028-02-29', 'UTC', '2028-03-01T00:00:00.000Z'],
    ['2027-03-31T17:00', 'America/New_York', '2027-03-31T21:00:00.000Z'],
    ['2027-03-31T17:00:30', 'UTC', '2027-03-31T17:00:30.000Z'],
    // Half past two does not exist on this day: an hour later. On that one it comes twice: the first.
    ['2027-03-28T02:30', 'Europe/Berlin', '2027-03-28T01:30:00.000Z'],
    ['2027-10-31T02:30', 'Europe/Berlin', '2027-10-31T00:30:00.000Z'],
    ['2027-03-31T17:00:00Z', 'Europe/Berlin', '2027-03-31T17:00:00.000Z'],
    ['2027-03-31T17:00:00+02:00', 'America/New_York', '2027-03-31T15:00:00.000Z'],
  ])('%s in %s is %s', (text, zone, instant) => {
    expect(readExpiry(text, zone)?.toISOString()).toBe(instant)
  })
})

test.each([
  '',
  'tomorrow',
  '2027-02-29',
  '2027-13-01',
  '31.03.2027',
  '2027-03-31T25:00',
  '2027-03-31T17:00+99:00',
  '1e3',
  '9999-12-31T23:30-01:00',
  '+275760-09-13T00:00Z',
])('%j is no expiry', (text) => {
  expect(readExpiry(text, 'Europe/Berlin')).toBeNull()
})

test('Any text in any zone is answered and never thrown at', () => {
  fc.assert(
    fc.property(fc.string(), fc.oneof(fc.constantFrom(...zones), fc.string()), (text, zone) => {
      const instant = readExpiry(text, zone)
      expect(instant === null || !Number.isNaN(instant.getTime())).toBe(true)
    }),
  )
})
