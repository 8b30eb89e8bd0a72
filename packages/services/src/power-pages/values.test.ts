import { expect, test } from 'vitest'
import { guessDateOrder, readCount, readDate, readGuid, sourceId } from './values.ts'

test.each([
  ['2027-03-31', 'mdy', '2027-03-31'],
  ['2027-03-31T00:00:00Z', 'mdy', '2027-03-31'],
  ['2027-03-31T17:05:06.123Z', 'mdy', '2027-03-31T17:05:06Z'],
  ['2027-03-31 17:05:06', 'mdy', '2027-03-31T17:05:06Z'],
  ['3/31/2027', 'mdy', '2027-03-31'],
  ['31/3/2027', 'dmy', '2027-03-31'],
  ['31.3.2027', 'mdy', '2027-03-31'],
  ['3/31/2027 5:00 PM', 'mdy', '2027-03-31T17:00:00'],
  ['3/31/2027 12:00 AM', 'mdy', '2027-03-31T00:00:00'],
  ['soon', 'mdy', null],
] as const)('%s is read in the order %s as %s', (text, order, date) => {
  expect(readDate(text, order)).toBe(date)
})

test('dates tell themselves whether days come first; where they do not, months do', () => {
  expect(guessDateOrder(['1/2/2027', '31/3/2027'])).toBe('dmy')
  expect(guessDateOrder(['1/2/2027', '3/31/2027'])).toBe('mdy')
})

test('GUIDs are read with and without braces, counts with and without separators', () => {
  expect(readGuid('{AAAAAAAA-BBBB-4CCC-8DDD-EEEEEEEEEEEE}')).toBe('aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee')
  expect(readGuid('Jane Doe')).toBeNull()
  expect([readCount('1,000'), readCount('5'), readCount(''), readCount('many')]).toEqual([
    1000,
    5,
    null,
    null,
  ])
})

test('the id of a thing is a UUIDv7 of its time, the same each time and another for another', async () => {
  const at = new Date('2026-12-01T08:00:00Z')
  const id = await sourceId(at, 'contact', 'a')
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(at.getTime())
  expect(await sourceId(at, 'contact', 'a')).toBe(id)
  expect(await sourceId(at, 'contact', 'b')).not.toBe(id)
})
