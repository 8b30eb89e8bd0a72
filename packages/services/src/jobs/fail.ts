import type { ClaimedJob } from '@usher/database'
import type { Deps } from '../deps.ts'
import type { Lease } from './claim.ts'
import { failJobStatement } from './failure.ts'

/** Something broke: again later, longer and longer, and parked in the end. */
export async function failJob({
  deps,
  lease,
  job,
  reason,
}: {
  deps: Deps
  lease: Pick<Lease, 'token'>
  job: ClaimedJob
  reason: string
}): Promise<void> {
  await deps.database.write([failJobStatement(deps, lease.token, job, { reason, isPermanent: false })])
}
