import { expect, test } from 'vitest'
import { comesFromOurPages } from './same-origin.ts'

const origin = 'https://invite.example.com'
const post = (headers: Record<string, string>) =>
  new Request(`${origin}/admin/contacts/new`, { method: 'POST', headers })

test('looking is allowed from anywhere', () => {
  expect(
    comesFromOurPages(new Request(origin, { headers: { 'sec-fetch-site': 'cross-site' } }), origin),
  ).toBe(true)
})

test.each(['application/x-www-form-urlencoded', 'application/json', 'text/plain', 'anything/else'])(
  'a cross-site POST of %s is refused',
  (type) => {
    expect(comesFromOurPages(post({ 'content-type': type, 'sec-fetch-site': 'cross-site' }), origin)).toBe(
      false,
    )
    expect(comesFromOurPages(post({ 'content-type': type, origin: 'https://evil.example' }), origin)).toBe(
      false,
    )
    expect(comesFromOurPages(post({ 'content-type': type }), origin)).toBe(false)
  },
)

test('a sibling on the same site is another site', () => {
  expect(comesFromOurPages(post({ 'sec-fetch-site': 'same-site', origin }), origin)).toBe(false)
})

test('our own pages may change things, in browsers old and new', () => {
  expect(comesFromOurPages(post({ 'sec-fetch-site': 'same-origin' }), origin)).toBe(true)
  expect(comesFromOurPages(post({ origin }), origin)).toBe(true)
})
