import { expect, test } from 'vitest'
import { listeningHosts } from './listening-hosts.ts'

test.each([
  ['http://localhost:3024', null, ['127.0.0.1', '::1']],
  ['http://127.0.0.1:3024', null, ['127.0.0.1', '::1']],
  ['https://invite.example.com', null, [undefined]],
  ['https://localhost.example.com', null, [undefined]],
  ['http://localhost:3024', '0.0.0.0', ['0.0.0.0']],
  ['https://invite.example.com', '127.0.0.1', ['127.0.0.1']],
])('the house at %s with USHER_HOST %s listens on %j', (origin, host, expected) => {
  expect(listeningHosts({ origin, host })).toEqual(expected)
})
