import { subtractAttempts } from '@usher/database'
import type { Deps } from '../deps.ts'
import type { Budget } from './budget.ts'

/** Takes one try back out of every budget: it was counted before anybody knew that it was none. */
export const giveAttemptBack = ({ deps, input: budgets }: { deps: Deps; input: readonly Budget[] }) =>
  subtractAttempts(
    deps.database,
    budgets.map(({ bucket }) => bucket),
  )
