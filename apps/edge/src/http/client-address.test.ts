import { expect, test } from 'vitest'
import { blocksOfAddress, readClientAddress } from './client-address.ts'

test('x-forwarded-for is believed from the gateway on this machine alone, and only its last word', () => {
  expect(readClientAddress('127.0.0.1', '203.0.113.9')).toBe('203.0.113.9')
  expect(readClientAddress('::1', 'forged, 203.0.113.9')).toBe('203.0.113.9')
  expect(readClientAddress('::ffff:127.0.0.1', '::ffff:203.0.113.9')).toBe('203.0.113.9')
  expect(readClientAddress('198.51.100.7', '203.0.113.9')).toBe('198.51.100.7')
  expect(readClientAddress('127.0.0.1', 'nonsense<script>')).toBe('127.0.0.1')
  expect(readClientAddress(undefined, undefined)).toBe('127.0.0.1')
})

test('addresses are counted in blocks: IPv4 /24, IPv6 /64 and /48, in any spelling', () => {
  expect(blocksOfAddress('203.0.113.9')).toEqual(['203.0.113.0/24'])
  expect(blocksOfAddress('2001:db8:1:2:3:4:5:6')).toEqual(['2001:db8:1:2::/64', '2001:db8:1::/48'])
  expect(blocksOfAddress('2001:0DB8:0001:0002::9')).toEqual(['2001:db8:1:2::/64', '2001:db8:1::/48'])
  expect(blocksOfAddress('::1')).toEqual(['0:0:0:0::/64', '0:0:0::/48'])
  expect(blocksOfAddress('not an address')).toEqual(['unknown'])
})
