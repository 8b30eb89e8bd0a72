import { blocksOfAddress, hmac, normaliseEmailAddress, toHex } from '@usher/domain'
import type { Budget, Deps } from '@usher/services'
import { isAPIError } from 'better-auth/api'

const quarterHour = 900
const triesAnAccount = 5
const triesABlock = 20

/**
 * Five tries an account in a quarter of an hour, twenty a block of addresses: one visitor has a whole IPv6 /64. The
 * buckets name nobody in clear; the account's comes first.
 */
export async function signInBudgets(
  deps: Deps,
  who: { email: string; ipAddress: string },
): Promise<[account: Budget, ...blocks: Budget[]]> {
  const bucket = `staff-sign-in:account:${await nameOf(deps, normaliseEmailAddress(who.email))}`
  return [
    { bucket, limit: triesAnAccount, windowSeconds: quarterHour },
    ...(await blockBudgets(deps, 'staff-sign-in', who.ipAddress)),
  ]
}

/** The same for what is not about an account that is known: codes, links, forgotten passwords. */
export const blockBudgets = (deps: Deps, what: string, ipAddress: string): Promise<Budget[]> =>
  Promise.all(
    blocksOfAddress(ipAddress).map(async (block, index) => ({
      bucket: `${what}:address:${await nameOf(deps, block)}`,
      limit: triesABlock * (index + 1),
      windowSeconds: quarterHour,
    })),
  )

const nameOf = async (deps: Deps, text: string): Promise<string> =>
  toHex(await hmac(await deps.keys.current.hmac('session'), text)).slice(0, 32)

/** `Try again in 5 minutes.` */
export function tooManyAttempts(retryAfterSeconds = 60): string {
  const minutes = Math.ceil(retryAfterSeconds / 60)
  return `Too many attempts. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`
}

/** Better Auth's "no" to an address or a password; everything else is broken and throws on. */
export const isRefusedSignIn = (thrown: unknown): boolean =>
  isAPIError(thrown) && ['UNAUTHORIZED', 'BAD_REQUEST', 'FORBIDDEN'].includes(String(thrown.status))
