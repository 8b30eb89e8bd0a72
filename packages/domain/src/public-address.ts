/**
 * True for an address of the public internet. Private, loopback, link-local, shared, multicast, documentation and
 * metadata addresses are not, nor is what carries such an address within: IPv4-mapped, NAT64, 6to4, Teredo.
 * Sources: https://www.iana.org/assignments/iana-ipv4-special-registry, …/iana-ipv6-special-registry
 * @param address as DNS or `URL.hostname` gives it, brackets and zone allowed
 */
export function isPublicAddress(address: string): boolean {
  const bytes = readAddress(address)
  if (!bytes) return false
  return bytes.length === 4 ? isPublicIpv4(bytes) : isPublicIpv6(bytes)
}

/** Four or sixteen bytes, or null when it is no address. */
export function readAddress(address: string): number[] | null {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  return bare.includes(':') ? readIpv6(bare) : readIpv4(bare)
}

/** True when the address is in the network, such as `10.0.0.0/8` or `fd00::/8`; a lone address is a network of one. */
export function isInNetwork(address: string, network: string): boolean {
  const [base = '', length] = network.split('/')
  const [one, other] = [readAddress(address), readAddress(base)]
  if (!one || !other || one.length !== other.length) return false
  const bits = length === undefined ? one.length * 8 : Number(length)
  if (!Number.isInteger(bits) || bits < 0 || bits > one.length * 8) return false
  return one.every((byte, index) => {
    const mask = 0xff & (0xff00 >> Math.min(8, Math.max(0, bits - index * 8)))
    return (byte & mask) === ((other[index] ?? 0) & mask)
  })
}

const specialIpv4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  // Metadata and wire servers of clouds, which have addresses that look public.
  '168.63.129.16',
]
/** Of what is not global unicast (2000::/3) nothing is public; of that, these are not. */
const specialIpv6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20']

const isPublicIpv4 = (bytes: readonly number[]) => {
  const address = bytes.join('.')
  return !specialIpv4.some((network) => isInNetwork(address, network))
}

function isPublicIpv6(bytes: readonly number[]): boolean {
  if (((bytes[0] ?? 0) & 0xe0) !== 0x20) return false
  const address = groupsOf(bytes)
  return !specialIpv6.some((network) => isInNetwork(address, network))
}

function readIpv4(text: string): number[] | null {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return null
  return parts.map(Number)
}

function readIpv6(text: string): number[] | null {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  const tail = dotted ? readIpv4(dotted[2] ?? '') : null
  if (dotted && !tail) return null
  const hex = tail && dotted ? `${dotted[1]}${groupsOf(tail)}` : text
  const [before = '', after, ...more] = hex.split('::')
  if (more.length > 0) return null
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const [head, end] = [groups(before), groups(after ?? '')]
  const missing = 8 - head.length - end.length
  if (after === undefined ? missing !== 0 : missing < 1) return null
  const all = [...head, ...Array<string>(missing).fill('0'), ...end]
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null
  return all.flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 0xff])
}

const groupsOf = (bytes: readonly number[]): string =>
  Array.from({ length: bytes.length / 2 }, (_, index) =>
    (((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0)).toString(16),
  ).join(':')
