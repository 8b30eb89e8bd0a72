import { expect, test } from 'vitest'
import { fieldError, fieldValue, fieldValues } from './form-values.ts'

test('what was typed wins over what is stored, even when it is empty', () => {
  expect(fieldValue(null, 'name', 'stored')).toBe('stored')
  expect(fieldValue({ values: { name: 'typed' } }, 'name', 'stored')).toBe('typed')
  expect(fieldValue({ values: { name: '' } }, 'name', 'stored')).toBe('')
  expect(fieldValue(undefined, 'name', null)).toBe('')
})

test('a form that was sent without a choice has chosen nothing', () => {
  expect(fieldValues(null, 'roles', ['a'])).toEqual(['a'])
  expect(fieldValues({ values: { name: 'x' } }, 'roles', ['a'])).toEqual([])
  expect(fieldValues({ values: { roles: 'b' } }, 'roles', ['a'])).toEqual(['b'])
  expect(fieldValues({ values: { roles: ['b', 'c'] } }, 'roles', ['a'])).toEqual(['b', 'c'])
})

test('an error belongs to its field', () => {
  expect(fieldError({ errors: { name: 'Give a name.' } }, 'name')).toBe('Give a name.')
  expect(fieldError({ errors: { name: 'Give a name.' } }, 'email')).toBeUndefined()
})
