import { findAttempts } from '@usher/database'
import { ok, type Result } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { type Budget, refuseUntil } from './budget.ts'

/** Refuses when a budget is used up; counts nothing, so that a GET may ask. */
export async function checkAttempts({
  deps,
  input: budgets,
}: {
  deps: Deps
  input: readonly Budget[]
}): Promise<Result<null, 'too_many_attempts'>> {
  const now = deps.now()
  const counts = await findAttempts(
    deps.database,
    budgets.map(({ bucket }) => bucket),
    now,
  )
  const limits = new Map(budgets.map(({ bucket, limit }) => [bucket, limit]))
  const ends = counts
    .filter(({ bucket, count }) => count >= (limits.get(bucket) ?? 0))
    .map(({ windowEndsAt }) => windowEndsAt.getTime())
  return ends.length > 0 ? refuseUntil(new Date(Math.max(...ends)), now) : ok(null)
}
