/**
 * A username as it is kept: 3 to 32 letters, digits, `.`, `_` and `-`, in lower case, beginning and ending with a letter
 * or digit. `null` for anything else; an address is none, so that nobody takes another's.
 */
export function readUsername(text: string): string | null {
  const username = text.normalize('NFKC').trim().toLowerCase()
  return /^[a-z\d](?:[a-z\d._-]{1,30})[a-z\d]$/.test(username) ? username : null
}
