import { expect, test } from 'vitest'
import { lineDifference } from './line-difference.ts'

const told = (before: string, after: string) =>
  lineDifference([...before], [...after])
    .map(({ kind, text }) => ({ same: ' ', added: '+', removed: '-' })[kind] + text)
    .join('')

test('lines that stayed are told apart from those that came and went, in order', () => {
  expect(told('abc', 'abc')).toBe(' a b c')
  expect(told('abc', 'axc')).toBe(' a-b+x c')
  expect(told('', 'ab')).toBe('+a+b')
  expect(told('ab', '')).toBe('-a-b')
  expect(told('abcd', 'bcde')).toBe('-a b c d+e')
})
