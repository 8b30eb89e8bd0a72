import { normaliseEmailAddress, readEmailAddress } from '@usher/domain'

/** What somebody put into the box. A link or a code may stand beside the address of who cannot get in. */
export type Question = {
  address: string | null
  /** The code itself, or what stood in its place. */
  code: string | null
  link: { host: string; recipientProof: string | null } | null
}

/** Reads an e-mail address, a link, a code, or an address together with one of them. `null`: nothing of the kind. */
export function readQuestion(text: string): Question | null {
  const words = text.trim().split(/\s+/)
  const address = words.map((word) => readAddress(word)).find((found) => found !== null) ?? null
  const rest = words
    .filter((word) => readAddress(word) === null)
    .join(' ')
    .trim()
  if (!rest) return address === null ? null : { address, code: null, link: null }
  const url = /^https?:\/\//i.test(rest) ? URL.parse(rest) : null
  if (!url) return /[\p{L}\p{N}]/u.test(rest) ? { address, code: rest, link: null } : null
  return {
    address,
    code: codeOfLink(url),
    link: { host: url.host, recipientProof: url.searchParams.get('r') },
  }
}

const readAddress = (word: string): string | null => {
  const address = /^https?:/i.test(word) ? null : readEmailAddress(word.replace(/^[<(]+|[>),;.]+$/g, ''))
  return address && normaliseEmailAddress(address)
}

/** `/i/CODE`, or the parameters that Power Pages used. */
function codeOfLink(url: URL): string | null {
  const inPath = /^\/i\/([^/]+)\/?$/.exec(url.pathname)?.[1]
  try {
    if (inPath) return decodeURIComponent(inPath)
  } catch {
    return null
  }
  return url.searchParams.get('invitation') ?? url.searchParams.get('invitationCode')
}
