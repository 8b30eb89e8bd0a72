import type { CarriedInvitation } from '../flow/flow.ts'
import { isPlainText } from '../http/read-body.ts'

const longestCode = 200
const longestProof = 100
const longestReturnUrl = 2000

/**
 * What a link or form carries about an invitation. Names are read in any case: Power Pages' mails say `returnurl`,
 * others `returnUrl`. `null` when there is no code; 'invalid' when it is not text.
 */
export function readCarried(
  fields: URLSearchParams,
  codeNames: readonly string[] = ['code'],
): CarriedInvitation | null | 'invalid' {
  const lower = new Map([...fields].map(([name, value]) => [name.toLowerCase(), value]))
  const code = codeNames.map((name) => lower.get(name)).find((value) => value?.trim())
  if ([...lower.values()].some((value) => !isPlainText(value)) || (code?.length ?? 0) > longestCode)
    return 'invalid'
  if (!code) return null
  return {
    code: code.trim(),
    recipientProof: shortest(lower.get('r'), longestProof),
    returnUrl: readWayBack(fields),
    hasAccount: lower.has('hasaccount'),
  }
}

/** Where they want to go afterwards; whether they may is for the website to say. */
export function readWayBack(fields: URLSearchParams): string | null {
  const value = [...fields].find(([name]) => name.toLowerCase() === 'returnurl')?.[1]
  return value && isPlainText(value) ? shortest(value, longestReturnUrl) : null
}

/** The page of a carried invitation, as its link has it. */
export function pathOfCarried({ code, recipientProof, returnUrl }: CarriedInvitation): string {
  const query = new URLSearchParams({
    ...(recipientProof ? { r: recipientProof } : {}),
    ...(returnUrl ? { returnurl: returnUrl } : {}),
  })
  return `/i/${encodeURIComponent(code)}${query.size > 0 ? `?${query}` : ''}`
}

const shortest = (value: string | undefined, longest: number) =>
  value && value.length <= longest ? value : null
