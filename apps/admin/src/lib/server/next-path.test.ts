import { expect, test } from 'vitest'
import { nextPath } from './next-path.ts'

test('after signing in people go where they wanted to', () => {
  expect(nextPath('/admin/contacts?search=ada', '/admin/')).toBe('/admin/contacts?search=ada')
})

test.each([
  null,
  '',
  '//evil.example/admin/',
  '/\\evil.example/admin/',
  'https://evil.example/admin/',
  '/redeem',
  '/administrator',
  '/admin/../redeem',
  '/admin/\r\nx',
])('%j leads nowhere but home', (text) => {
  expect(nextPath(text, '/admin/')).toBe('/admin/')
})
