import { readEmailAddress } from '@usher/domain'
import type { Mailbox } from './mailer.ts'
import { flatten } from './rendering/plain-text.ts'

/** `Contoso <mail@contoso.com>`, an address alone, or a name alone: then with the address of `fallback`. */
export function readMailbox(text: string, fallback?: Mailbox): Mailbox {
  const flat = flatten(text)
  const [, quoted, address] = /^(.*?)\s*<([^<>]+)>$/.exec(flat) ?? []
  if (address && readEmailAddress(address)) {
    return { name: unquote(quoted ?? '') || null, address: readEmailAddress(address) ?? address }
  }
  const alone = readEmailAddress(flat)
  if (alone) return { name: null, address: alone }
  if (fallback) return { name: unquote(flat) || null, address: fallback.address }
  throw new TypeError('A sender needs an address')
}

/** As a header has it, the name quoted (RFC 5322, 3.4). */
export function formatMailbox({ name, address }: Mailbox): string {
  const flat = name === null ? '' : flatten(name)
  return flat ? `"${flat.replace(/["\\]/g, '\\$&')}" <${address}>` : address
}

const unquote = (text: string) =>
  text
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replace(/\\(.)/g, '$1')
    .trim()
