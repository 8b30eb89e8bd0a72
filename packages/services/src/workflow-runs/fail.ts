import { type Change, type ClaimedJob, failJobs, parkRun } from '@usher/database'
import { webhookPauseMilliseconds } from '@usher/domain'
import type { Deps } from '../deps.ts'

/** A run that breaks in a way nobody foresaw is poison rather than bad luck: fewer attempts than a webhook has. */
const maximumAttempts = 5

/** Later again, on the schedule of webhooks, or parked with its reason where staff see it. */
export function failRunStatements(deps: Deps, leaseToken: string, job: ClaimedJob, reason: string): Change[] {
  const now = deps.now()
  const chance = (deps.randomBytes(1)[0] ?? 0) / 255
  const pause = job.attempts >= maximumAttempts ? null : webhookPauseMilliseconds(job.attempts, chance)
  const runAt = pause === null ? null : now.getTime() + pause
  return [
    ...(runAt === null ? [parkRun(leaseToken, job.id, reason, now)] : []),
    failJobs(leaseToken, [{ id: job.id, runAt, reason }], now),
  ]
}
