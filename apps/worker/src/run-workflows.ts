import { claimJobs, failJob, releaseLease, runWorkflow } from '@usher/services/worker'
import { type House, isDatabaseAway } from './deps.ts'
import type { Turn } from './drain.ts'
import { log, nameOfError } from './log.ts'

const runsAtOnce = 20

/** Runs the workflows that wait; one that fails waits longer, the others go on. */
export async function runWorkflows(
  { deps }: Pick<House, 'deps'>,
  { leaseMilliseconds }: { leaseMilliseconds: number },
): Promise<Turn> {
  const lease = await claimJobs({
    deps,
    input: { kinds: ['run_workflow'], maximumPriority: 1000, limit: runsAtOnce, leaseMilliseconds },
  })
  if (!lease) return 'idle'
  for (const job of lease.jobs) {
    try {
      const end = await runWorkflow({ deps, leaseToken: lease.token, job })
      log.info('workflow run {run}: {end}', { run: job.payload.workflowRunId, end })
    } catch (error) {
      if (isDatabaseAway(error)) {
        await releaseLease({ deps, input: lease }).catch(() => undefined)
        throw error
      }
      log.error('workflow run {run} failed: {error}', {
        run: job.payload.workflowRunId,
        error: nameOfError(error),
      })
      await failJob({ deps, lease, job, reason: `An unexpected ${nameOfError(error)}` })
    }
  }
  return 'worked'
}
