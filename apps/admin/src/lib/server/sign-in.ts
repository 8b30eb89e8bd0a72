import { hmac, normaliseEmailAddress, toHex } from '@usher/domain'
import type { Budget, Deps } from '@usher/services'
import { isAPIError } from 'better-auth/api'

/** Five tries an account and twenty an address in a quarter of an hour. The bucket names nobody in clear. */
export async function signInBudgets(
  deps: Deps,
  who: { email: string; ipAddress: string },
): Promise<[account: Budget, address: Budget]> {
  const key = await deps.keys.current.hmac('session')
  const name = async (text: string) => toHex(await hmac(key, text)).slice(0, 32)
  return [
    {
      bucket: `staff-sign-in:account:${await name(normaliseEmailAddress(who.email))}`,
      limit: 5,
      windowSeconds: 900,
    },
    { bucket: `staff-sign-in:address:${await name(who.ipAddress)}`, limit: 20, windowSeconds: 900 },
  ]
}

/** Better Auth's "no" to an address or a password; everything else is broken and throws on. */
export const isRefusedSignIn = (thrown: unknown): boolean =>
  isAPIError(thrown) && ['UNAUTHORIZED', 'BAD_REQUEST', 'FORBIDDEN'].includes(String(thrown.status))
