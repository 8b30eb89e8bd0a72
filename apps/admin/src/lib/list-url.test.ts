import { expect, test } from 'vitest'
import { filterUrl, nextPageUrl, pageNumber, previousPageUrl, sortUrl } from './list-url.ts'

const at = (text: string) => new URL(text, 'http://localhost')

test('pages go forth and back along the trail of cursors in the address', () => {
  const second = nextPageUrl(at('/admin/contacts?search=ada'), 'A')
  const third = nextPageUrl(at(second), 'B')
  expect(third).toBe('/admin/contacts?search=ada&cursor=A&cursor=B')
  expect(pageNumber(at(third))).toBe(3)
  expect(previousPageUrl(at(third))).toBe(second)
  expect(previousPageUrl(at(second))).toBe('/admin/contacts?search=ada')
})

test('another filter starts on the first page and keeps the other filters', () => {
  expect(filterUrl(at('/admin/contacts?search=ada&cursor=A&cursor=B'), 'accountId', '7')).toBe(
    '/admin/contacts?search=ada&accountId=7',
  )
  expect(filterUrl(at('/admin/contacts?search=ada'), 'search', null)).toBe('/admin/contacts')
})

test('a click on the sorted column turns the order round', () => {
  expect(sortUrl(at('/admin/contacts'), 'name', '-createdAt')).toBe('/admin/contacts?sort=name')
  expect(sortUrl(at('/admin/contacts?sort=name'), 'name', 'name')).toBe('/admin/contacts?sort=-name')
  expect(sortUrl(at('/admin/contacts?sort=-name'), 'name', '-name')).toBe('/admin/contacts?sort=name')
})
