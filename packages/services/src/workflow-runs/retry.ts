import { retryRuns } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import type { Call } from '../call.ts'
import { auditStatements } from '../records.ts'
import { auditOfRuns, selectRuns } from './selected-runs.ts'

/** Lets parked runs go on with the step that failed. Input: `{ workflowRunIds }`. */
export async function retryWorkflowRuns(call: Call): Promise<Result<{ count: number }, ManagementRefusal>> {
  const { deps, actor } = call
  const runs = await selectRuns(call, {
    statuses: ['parked'],
    none: 'None of these runs is stuck.',
    grants: true,
  })
  if (!runs.ok) return runs
  const ids = runs.value.map(({ id }) => id)
  await deps.database.write([
    ...retryRuns(ids, deps.now()),
    auditStatements(deps, actor, auditOfRuns(runs.value, 'workflow_run.retried')),
  ])
  deps.onJobsWritten?.()
  return ok({ count: ids.length })
}
