/**
 * One plain address, as typed into one field: no display name, no list, no quotes, no comments, no control characters.
 * At most 254 characters (RFC 5321, 4.5.3.1). `null` for anything else.
 */
export function readEmailAddress(text: string): string | null {
  const address = text.trim()
  if (address.length > 254) return null
  const match =
    /^([^\s"(),:;<>@[\\\]\p{Cc}]{1,64})@((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63})$/u.exec(
      address,
    )
  if (!match || match[1]?.startsWith('.') || match[1]?.endsWith('.') || match[1]?.includes('..')) return null
  return address
}

/** The form under which two spellings of an address are the same mailbox for us: lower case, NFKC. */
export function normaliseEmailAddress(address: string): string {
  // Lower case can undo a composition and trimming can follow one (İ, U+00A0): again, until it is its own normal form.
  const normal = address.normalize('NFKC').toLowerCase().trim()
  return normal === address ? normal : normaliseEmailAddress(normal)
}

export const domainOfEmailAddress = (address: string): string =>
  normaliseEmailAddress(address).split('@').at(-1) ?? ''

/** `jane.doe@contoso.com` → `j•••@contoso.com` */
export function maskEmailAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return `${[...address][0] ?? ''}•••${at > 0 ? address.slice(at) : ''}`
}
