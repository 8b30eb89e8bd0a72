import { pruneExpired as pruneExpiredRows } from '@usher/database'
import type { Deps } from '../deps.ts'

/** Removes kept answers, counters and finished jobs that are past their time. */
export const pruneExpired = ({ deps }: { deps: Deps }): Promise<void> =>
  pruneExpiredRows(deps.database, deps.now())
