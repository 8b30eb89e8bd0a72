import * as v from 'valibot'
import { expect, test } from 'vitest'
import { pageEntries } from './page-input.ts'
import { parseInput } from './parse-input.ts'

const schema = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.nonEmpty('Give the account a name.')),
  kind: v.optional(v.picklist(['a', 'b'])),
  tags: v.optional(v.array(v.strictObject({ label: v.string() })), []),
})

test('an unknown field is refused by its name, wherever it is', () => {
  expect(parseInput(schema, { name: 'x', rôle: 'owner' })).toEqual({
    ok: false,
    refusal: 'invalid_request',
    detail: 'rôle: There is no field "rôle" here. Leave it out.',
    errors: [{ path: 'rôle', message: 'There is no field "rôle" here. Leave it out.' }],
  })
  expect(parseInput(schema, { name: 'x', tags: [{ label: 'y', __proto: 1 }] })).toMatchObject({
    errors: [{ path: 'tags.0.__proto' }],
  })
})

test('every wrong field is named with its fix', () => {
  expect(parseInput(schema, { kind: 'c', tags: [{}, { label: 3 }] })).toMatchObject({
    refusal: 'invalid_request',
    errors: [
      { path: 'name', message: 'This is needed. Give it a value.' },
      { path: 'kind', message: 'Choose one of a, b.' },
      { path: 'tags.0.label', message: 'This is needed. Give it a value.' },
      { path: 'tags.1.label', message: 'Give text.' },
    ],
  })
  expect(parseInput(schema, { name: ' ' })).toMatchObject({
    errors: [{ message: 'Give the account a name.' }],
  })
})

test.each([null, undefined, 'text', 3, []])('what is no object (%j) is refused without a throw', (input) => {
  expect(parseInput(schema, input)).toMatchObject({ ok: false, refusal: 'invalid_request' })
})

test('a page has 1 to 200 rows, in an order of the list', () => {
  const list = v.strictObject(pageEntries(['name', '-name'], '-name'))
  expect(parseInput(list, {})).toEqual({
    ok: true,
    value: { limit: 50, cursor: null, search: '', sort: '-name' },
  })
  expect(parseInput(list, { limit: '200', cursor: '' })).toMatchObject({
    value: { limit: 200, cursor: null },
  })
  for (const limit of [0, 201, -1, 1.5, NaN, '1e3', '', 'all', null]) {
    expect(parseInput(list, { limit })).toMatchObject({ errors: [{ path: 'limit' }] })
  }
  expect(parseInput(list, { sort: 'passwordHash' })).toMatchObject({
    errors: [{ path: 'sort', message: 'Choose one of name, -name.' }],
  })
})
