import { cancelRuns } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import type { Call } from '../call.ts'
import { activityStatement, auditStatements } from '../records.ts'
import { auditOfRuns, selectRuns } from './selected-runs.ts'

/** Ends runs that have not ended; what they did stays done. Input: `{ workflowRunIds }`. */
export async function cancelWorkflowRuns(call: Call): Promise<Result<{ count: number }, ManagementRefusal>> {
  const { deps, actor } = call
  const runs = await selectRuns(call, {
    statuses: ['queued', 'running', 'waiting', 'parked'],
    none: 'All of these runs have ended.',
    grants: false,
  })
  if (!runs.ok) return runs
  await deps.database.write([
    ...cancelRuns(
      runs.value.map(({ id }) => id),
      deps.now(),
    ),
    ...runs.value.map((run) =>
      activityStatement(deps, {
        type: 'workflow_cancelled',
        subject: `Workflow ${run.workflowName} cancelled`,
        contactId: run.contactId,
        invitationId: run.invitationId,
        data: { workflowRunId: run.id },
      }),
    ),
    auditStatements(deps, actor, auditOfRuns(runs.value, 'workflow_run.cancelled')),
  ])
  return ok({ count: runs.value.length })
}
