import { isInNetwork, isPublicAddress, readAddress } from './public-address.ts'

/** True for what an allow-list may hold: a host, a host with a port, an address, or a network. */
export function isAllowedTarget(target: string): boolean {
  const [base = '', length] = target.split('/')
  if (length !== undefined) return readAddress(base) !== null && /^\d{1,3}$/.test(length)
  const url = URL.parse(`http://${target}`)
  return (
    readAddress(target) !== null ||
    (url !== null && /^[a-z0-9.-]+$/i.test(url.hostname) && url.host === withoutDefaultPort(target))
  )
}

const withoutDefaultPort = (target: string) => target.replace(/:80$/, '')

/** True when the list names this host, with its port or without. */
export function isAllowedHost(url: URL, allowed: readonly string[]): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return allowed.includes(url.hostname) || allowed.includes(`${url.hostname}:${port}`)
}

/** True for the addresses that a webhook may connect to: public ones, and those of the list's networks. */
export const mayConnectTo = (address: string, allowed: readonly string[]): boolean =>
  isPublicAddress(address) || allowed.some((network) => isInNetwork(address, network))

/**
 * What is wrong with the address of a webhook, as far as its text tells; where its name leads is looked at when it is
 * called. `null` when nothing is.
 */
export function problemInWebhookUrl(text: string, allowed: readonly string[]): string | null {
  const url = text.length <= 2000 ? URL.parse(text) : null
  if (!url || !/^https?:$/.test(url.protocol))
    return 'Give an address such as https://crm.example.com/hooks/usher.'
  if (url.username || url.password) return 'Leave user and password out of the address: messages are signed.'
  if (isAllowedHost(url, allowed)) return null
  const literal = readAddress(url.hostname)
  if (
    literal ? !mayConnectTo(url.hostname, allowed) : /(^|\.)(localhost|local|internal)\.?$/.test(url.hostname)
  )
    return 'This address is inside a private network. Name it in WEBHOOK_ALLOWED_TARGETS if it is meant.'
  if (url.protocol === 'http:' && !(literal && isInAllowedNetwork(url.hostname, allowed)))
    return 'Use https: what is sent is about people.'
  return null
}

const isInAllowedNetwork = (address: string, allowed: readonly string[]) =>
  allowed.some((network) => isInNetwork(address, network))
