import { findAttempts } from '@usher/database'
import { defaultWebsiteSettings, normaliseEmailAddress, sha256Hex } from '@usher/domain'
import type { Deps } from '../deps.ts'

/** The budgets of somebody's address at the edge, by bucket, with what they allow by default. */
const limits = {
  'password-failures': defaultWebsiteSettings.lockoutAfterFailures,
  'email-codes': 5,
  'email-code-tries': 15,
} as const

export async function bucketsOfAddress(address: string): Promise<string[]> {
  const person = (await sha256Hex(normaliseEmailAddress(address))).slice(0, 32)
  return Object.keys(limits).map((name) => `${name}:${person}`)
}

/** Until when this address may not try to sign in; `null`: it may. */
export async function findLockEnd(deps: Deps, address: string | null): Promise<Date | null> {
  if (!address) return null
  const counts = await findAttempts(deps.database, await bucketsOfAddress(address), deps.now())
  const used = counts.filter(({ bucket, count }) => {
    const name = bucket.split(':')[0] as keyof typeof limits
    return count >= limits[name]
  })
  const ends = used.map(({ windowEndsAt }) => windowEndsAt.getTime())
  return ends.length > 0 ? new Date(Math.max(...ends)) : null
}
