import { expect, test } from 'vitest'
import { importInWords } from './import-words.ts'

test('an import is told in one breath', () => {
  expect(importInWords({ created: 3, updated: 1, skipped: 2, errors: [1] })).toBe(
    '3 contacts added, 1 updated, 2 unchanged. 1 row was left out.',
  )
  expect(importInWords({ created: 0, updated: 0, skipped: 0, errors: [] })).toBe('Nothing was imported.')
})
