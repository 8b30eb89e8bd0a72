import { expect, test } from 'vitest'
import { listInput } from './list-input.ts'

const read = (query: string, filters?: string[]) =>
  listInput(new URL(`http://localhost/admin/x${query}`), filters)

test('the last cursor of the trail is the page to show', () => {
  expect(read('?cursor=A&cursor=B')).toEqual({ cursor: 'B' })
  expect(read('')).toEqual({ cursor: null })
})

test('only what a list knows is handed on', () => {
  expect(read('?search=ada&sort=-name&accountId=7&role=owner', ['accountId'])).toEqual({
    search: 'ada',
    sort: '-name',
    accountId: '7',
    cursor: null,
  })
})

test('an empty field is no filter', () => {
  expect(read('?search=&accountId=', ['accountId'])).toEqual({ cursor: null })
})
