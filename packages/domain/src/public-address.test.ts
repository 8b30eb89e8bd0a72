import { expect, test } from 'vitest'
import { isInNetwork, isPublicAddress } from './public-address.ts'

test.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700:4700::1111', '[2a00:1450:4001:80e::200e]'])(
  '%s is of the public internet',
  (address) => expect(isPublicAddress(address)).toBe(true),
)

test.each([
  ['loopback', '127.0.0.1', '127.8.8.8', '::1', '[::1]', '0:0:0:0:0:0:0:1'],
  ['this host', '0.0.0.0', '::'],
  ['private', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fd00::1', 'fc00::1'],
  ['shared', '100.64.0.1'],
  ['link-local', '169.254.1.1', 'fe80::1', 'fe80::1%eth0', 'febf::1'],
  ['metadata', '169.254.169.254', 'fd00:ec2::254', '168.63.129.16', '100.100.100.200', '192.0.0.192'],
  ['IPv4-mapped and -compatible', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '::127.0.0.1'],
  ['NAT64', '64:ff9b::7f00:1', '64:ff9b::10.0.0.1', '64:ff9b:1::1'],
  ['6to4', '2002:7f00:1::', '2002:0a00:0001::1', '192.88.99.1'],
  ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
  [
    'documentation and tests',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '198.18.0.1',
    '2001:db8::1',
    '3fff::1',
  ],
  ['multicast and reserved', '224.0.0.1', '255.255.255.255', '240.0.0.1', 'ff02::1'],
  ['site-local', 'fec0::1'],
  ['no address', '', 'localhost', '1.2.3', '1.2.3.4.5', '256.1.1.1', '0x7f.1', '1::2::3', ':', '12345::'],
])('%s addresses are not', (_, ...addresses) => {
  for (const address of addresses) expect([address, isPublicAddress(address)]).toEqual([address, false])
})

test('an address is in a network by its leading bits, and never in one of the other family', () => {
  expect(isInNetwork('10.1.2.3', '10.0.0.0/8')).toBe(true)
  expect(isInNetwork('11.1.2.3', '10.0.0.0/8')).toBe(false)
  expect(isInNetwork('172.31.0.1', '172.16.0.0/12')).toBe(true)
  expect(isInNetwork('172.32.0.1', '172.16.0.0/12')).toBe(false)
  expect(isInNetwork('fd12::1', 'fd00::/8')).toBe(true)
  expect(isInNetwork('10.1.2.3', 'fd00::/8')).toBe(false)
  expect(isInNetwork('10.1.2.3', '10.1.2.3')).toBe(true)
  expect(isInNetwork('10.1.2.3', '10.0.0.0/x')).toBe(false)
})
