import { claimJobs as claimJobRows, type ClaimedJob, hasDueJobs, type JobSelection } from '@usher/database'
import type { Deps } from '../deps.ts'

/** Jobs in the hands of one worker. Who claims them later gets another token: this one is then worth nothing. */
export type Lease = { token: string; jobs: ClaimedJob[] }

export type JobClaim = Pick<JobSelection, 'kinds' | 'maximumPriority'> & {
  limit: number
  leaseMilliseconds: number
}

/** Up to `limit` due jobs, the most urgent first; `null` when nothing is due. Looks before it locks. */
export async function claimJobs({ deps, input }: { deps: Deps; input: JobClaim }): Promise<Lease | null> {
  const selection = { kinds: input.kinds, maximumPriority: input.maximumPriority, now: deps.now() }
  if (!(await hasDueJobs(deps.database, selection))) return null
  const token = deps.newId()
  const jobs = await claimJobRows(deps.database, {
    ...selection,
    limit: input.limit,
    leaseToken: token,
    leaseEndsAt: new Date(deps.now().getTime() + input.leaseMilliseconds),
  })
  return jobs.length > 0 ? { token, jobs } : null
}
