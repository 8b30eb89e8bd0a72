import { readExpiry } from '@usher/domain'
import { expect, test } from 'vitest'
import { expiryFields } from './expiry-fields.ts'

const zones = ['UTC', 'Europe/Berlin', 'America/Havana', 'Asia/Kathmandu', 'Pacific/Kiritimati']

test('What the form shows of an expiry means that expiry again, also on days on which clocks change at midnight', () => {
  for (const zone of zones) {
    for (const text of ['2027-03-13', '2027-03-28', '2027-10-31', '2028-02-29', '2027-03-31T17:00']) {
      const expiresAt = readExpiry(text, zone)
      const { date, time } = expiryFields(expiresAt, zone)
      expect([date, time].filter(Boolean).join('T')).toBe(text)
    }
  }
})

test('No expiry is two empty fields', () => {
  expect(expiryFields(null, 'UTC')).toEqual({ date: '', time: '' })
})
