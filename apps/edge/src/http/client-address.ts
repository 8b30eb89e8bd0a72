export { blocksOfAddress } from '@usher/domain'

const loopback = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/i

/**
 * Who asks: the peer, or, when the peer is this machine's own gateway, whom the gateway says last.
 * A visitor cannot put words into the last place: the gateway writes it.
 */
export function readClientAddress(peerAddress: string | undefined, forwardedFor: string | undefined): string {
  const peer = peerAddress ?? ''
  if (peer && !loopback.test(peer)) return unmapped(peer)
  const last = forwardedFor?.split(',').at(-1)?.trim() ?? ''
  return isAddress(last) ? unmapped(last) : unmapped(peer || '127.0.0.1')
}

const isAddress = (text: string) =>
  /^\d{1,3}(\.\d{1,3}){3}$/.test(text) || (text.includes(':') && /^[0-9a-f:.]{2,45}$/i.test(text))

const unmapped = (address: string) => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
