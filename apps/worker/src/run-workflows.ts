import { advanceRuns, claimJobs, releaseLease, renewLease } from '@usher/services/worker'
import type { House } from './deps.ts'
import type { Turn } from './drain.ts'
import { log, nameOfError } from './log.ts'

/** So many go together: few enough that none waits long for the others. */
const runsAtOnce = 100

/**
 * Takes the workflow runs that are due, of at least this urgency, a step of each at a time; one that fails waits longer,
 * the others go on. Nothing here waits for the world: mails and webhooks have lanes of their own.
 */
export async function runWorkflows(
  { deps }: Pick<House, 'deps'>,
  { maximumPriority, leaseMilliseconds }: { maximumPriority: number; leaseMilliseconds: number },
): Promise<Turn> {
  const lease = await claimJobs({
    deps,
    input: { kinds: ['run_workflow'], maximumPriority, limit: runsAtOnce, leaseMilliseconds },
  })
  if (!lease) return 'idle'
  const input = { token: lease.token, leaseMilliseconds }
  const heartbeat = setInterval(
    () => void renewLease({ deps, input }).catch(() => undefined),
    leaseMilliseconds / 3,
  )
  try {
    const counts = await advanceRuns({
      deps,
      lease,
      onFailure: (job, error) =>
        log.error('workflow run {run} failed: {error}', {
          run: job.payload.workflowRunId,
          error: nameOfError(error),
        }),
    })
    log.info(
      'workflow runs: {completed} completed, {waiting} waiting, {parked} parked, {failed} failed',
      counts,
    )
    return 'worked'
  } catch (error) {
    await releaseLease({ deps, input }).catch(() => undefined)
    throw error
  } finally {
    clearInterval(heartbeat)
  }
}
