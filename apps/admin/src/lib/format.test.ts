import { expect, test } from 'vitest'
import { absoluteTime, counted, initialsOf, relativeTime, shortDate } from './format.ts'

const now = new Date('2027-01-15T10:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

test.each([
  [-5, 'just now'],
  [5, 'just now'],
  [-90, '1 minute ago'],
  [-3 * 3600, '3 hours ago'],
  [-26 * 3600, 'yesterday'],
  [25 * 3600, 'tomorrow'],
  [-20 * 24 * 3600, '2 weeks ago'],
  [400 * 24 * 3600, 'next year'],
])('%i seconds away reads “%s”', (seconds, words) => {
  expect(relativeTime(later(seconds), now)).toBe(words)
})

test('the absolute time names its zone', () => {
  expect(absoluteTime(now, 'Europe/Berlin')).toMatch(/Fri, 15 Jan 2027, 11:00 (CET|GMT\+1)/)
  expect(shortDate(now)).toBe('15 Jan 2027')
})

test('one is singular, thousands have a separator', () => {
  expect(counted(1, 'contact')).toBe('1 contact')
  expect(counted(0, 'contact')).toBe('0 contacts')
  expect(counted(12_345, 'person', 'people')).toBe('12,345 people')
})

test('a monogram has two letters at most, from names and addresses alike', () => {
  expect(initialsOf('Ada King Lovelace')).toBe('AL')
  expect(initialsOf('jane')).toBe('J')
  expect(initialsOf('jane.doe@contoso.example')).toBe('JE')
  expect(initialsOf('')).toBe('')
})
