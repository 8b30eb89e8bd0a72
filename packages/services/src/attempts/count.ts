import { addAttempts } from '@usher/database'
import { ok, type Result } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { type Budget, refuseUntil } from './budget.ts'

/**
 * Counts one try in every budget, for all instances together; refuses when one of them is overdrawn by it.
 * Count first, then try: tries that come at once cannot all slip through.
 */
export async function countAttempt({
  deps,
  input: budgets,
}: {
  deps: Deps
  input: readonly Budget[]
}): Promise<Result<null, 'too_many_attempts'>> {
  const now = deps.now()
  const counts = await addAttempts(
    deps.database,
    budgets.map(({ bucket, windowSeconds }) => ({
      bucket,
      windowEndsAt: new Date(now.getTime() + windowSeconds * 1000),
    })),
    now,
  )
  const limits = new Map(budgets.map(({ bucket, limit }) => [bucket, limit]))
  const ends = counts
    .filter(({ bucket, count }) => count > (limits.get(bucket) ?? 0))
    .map(({ windowEndsAt }) => windowEndsAt.getTime())
  return ends.length > 0 ? refuseUntil(new Date(Math.max(...ends)), now) : ok(null)
}
