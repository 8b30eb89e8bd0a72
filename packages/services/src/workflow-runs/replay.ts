import { insertRuns } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import { staffUserIdOf } from '../actor.ts'
import type { Call } from '../call.ts'
import { auditStatements } from '../records.ts'
import { auditOfRuns, selectRuns } from './selected-runs.ts'

/** Replays go last: nobody waits for them. */
const replayPriority = 30

/**
 * Begins ended or stuck runs once more, from the first step, in the version that is active now and with new keys: what
 * they did is done again. Input: `{ workflowRunIds }`.
 */
export async function replayWorkflowRuns(call: Call): Promise<Result<{ count: number }, ManagementRefusal>> {
  const { deps, actor } = call
  const runs = await selectRuns(call, {
    statuses: ['completed', 'parked', 'cancelled'],
    none: 'None of these runs has ended.',
    grants: true,
  })
  if (!runs.ok) return runs
  const replay = deps.newId()
  await deps.database.write([
    ...insertRuns(
      runs.value.map((run) => ({
        id: deps.newId(),
        jobId: deps.newId(),
        workflowId: run.workflowId,
        contactId: run.contactId,
        invitationId: run.invitationId,
        redemptionId: run.redemptionId,
        key: `replay:${replay}:${run.id}`,
        beganBy: 'replay' as const,
        startedById: staffUserIdOf(actor),
        parentRunId: run.id,
        depth: 0,
      })),
      { priority: replayPriority, now: deps.now() },
    ),
    auditStatements(deps, actor, auditOfRuns(runs.value, 'workflow_run.replayed')),
  ])
  deps.onJobsWritten?.()
  return ok({ count: runs.value.length })
}
