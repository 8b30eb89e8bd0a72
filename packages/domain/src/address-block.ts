/**
 * The blocks that an address is counted in: one visitor has a whole IPv6 /64, one customer often a /48.
 * @returns from the narrowest to the widest: `['203.0.113.0/24']`, `['2001:db8:1:2::/64', '2001:db8:1::/48']`
 */
export function blocksOfAddress(address: string): string[] {
  const plain = unmapped(address)
  if (/^\d+\.\d+\.\d+\.\d+$/.test(plain)) return [`${plain.split('.').slice(0, 3).join('.')}.0/24`]
  const groups = expandIpv6(plain)
  return groups
    ? [`${groups.slice(0, 4).join(':')}::/64`, `${groups.slice(0, 3).join(':')}::/48`]
    : ['unknown']
}

/** Eight groups without leading zeros, or `null` when it is no IPv6 address. */
function expandIpv6(address: string): string[] | null {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const before = head ? head.split(':') : []
  const after = tail ? tail.split(':') : []
  const missing = 8 - before.length - after.length
  if (tail === undefined ? missing !== 0 : missing < 1) return null
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after]
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? groups.map((group) => parseInt(group, 16).toString(16))
    : null
}

const unmapped = (address: string) => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
