import { expect, test } from 'vitest'
import { leavingTime } from './mail-settings.ts'

const now = new Date('2027-01-15T21:30:00Z')
const at = (scheduledFor: string | null, timeZone: string, quietHours: { from: string; to: string } | null) =>
  leavingTime({ now, scheduledFor }, timeZone, quietHours).toISOString()
const night = { from: '22:00', to: '07:00' }

test('without a wish it leaves now; a wish of the past is now', () => {
  expect(at(null, 'UTC', null)).toBe(now.toISOString())
  expect(at('2026-01-01T09:00', 'UTC', null)).toBe(now.toISOString())
})

test('nine o’clock is nine o’clock of the recipient’s own clock; an instant is one everywhere', () => {
  expect(at('2027-01-18T09:00', 'Europe/Berlin', null)).toBe('2027-01-18T08:00:00.000Z')
  expect(at('2027-01-18T09:00', 'America/New_York', null)).toBe('2027-01-18T14:00:00.000Z')
  expect(at('2027-01-18T09:00:00+01:00', 'America/New_York', null)).toBe('2027-01-18T08:00:00.000Z')
})

test('in quiet hours it waits for the morning, across midnight, by the recipient’s clock', () => {
  expect(at(null, 'Europe/Berlin', night)).toBe('2027-01-16T06:00:00.000Z')
  expect(at(null, 'America/New_York', night)).toBe(now.toISOString())
  expect(at('2027-01-18T03:00', 'Europe/Berlin', night)).toBe('2027-01-18T06:00:00.000Z')
  expect(at('2027-01-18T12:30', 'UTC', { from: '12:00', to: '14:00' })).toBe('2027-01-18T14:00:00.000Z')
})

test('a morning that the clock skips is the next one there is', () => {
  expect(at('2027-03-28T01:00', 'Europe/Berlin', { from: '00:30', to: '02:30' })).toBe(
    '2027-03-28T01:30:00.000Z',
  )
})
