import { normaliseEmailAddress, readEmailAddress, readUsername } from '@usher/domain'
import { findAddressOfUsername } from '@usher/services'
import type { EdgeDeps } from '../edge-deps.ts'

/**
 * The address of who wants to sign in, by address or username; `null` when the text is neither. A name that nobody has
 * becomes an address that nobody has: it is counted, hashed and answered like all others.
 */
export async function readLogin(
  deps: EdgeDeps,
  text: string,
  { usernameEnabled }: { usernameEnabled: boolean },
): Promise<string | null> {
  const email = readEmailAddress(text)
  if (email) return normaliseEmailAddress(email)
  const username = usernameEnabled ? readUsername(text) : null
  if (!username) return null
  const found = await findAddressOfUsername({ deps, input: { username } })
  return found ?? `${username}@username.invalid`
}
