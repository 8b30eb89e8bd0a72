import { type Change, type ClaimedJob, failJobs } from '@usher/database'
import type { Deps } from '../deps.ts'
import { backOffMilliseconds, maximumAttempts } from './back-off.ts'

/** What a job's failure leads to: another attempt later, or the car park, where staff see it and can retry. */
export function failureOf(
  deps: Deps,
  job: Pick<ClaimedJob, 'id' | 'attempts'>,
  failure: { reason: string; isPermanent: boolean },
): { id: string; runAt: number | null; reason: string } {
  const isOver = failure.isPermanent || job.attempts >= maximumAttempts
  const pause = backOffMilliseconds(job.attempts, (deps.randomBytes(1)[0] ?? 0) / 255)
  return { id: job.id, runAt: isOver ? null : deps.now().getTime() + pause, reason: failure.reason }
}

export const failJobStatement = (
  deps: Deps,
  leaseToken: string,
  job: Pick<ClaimedJob, 'id' | 'attempts'>,
  failure: { reason: string; isPermanent: boolean },
): Change => failJobs(leaseToken, [failureOf(deps, job, failure)], deps.now())
