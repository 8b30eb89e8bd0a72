import { decideRun, findRunsById, runAwaitsApproval, type WorkflowRunDetail } from '@usher/database'
import { type ManagementRefusal, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField, textOrNull } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { refuseGrantingBy } from '../workflows/granted-web-roles.ts'
import { getWorkflowRun } from './get.ts'

export const decideApprovalSchema = v.strictObject({
  workflowRunId: idField,
  approved: v.boolean(),
  comment: v.optional(textOrNull(1000), null),
})

/**
 * Answers a run that asks for approval. Who approves must be allowed to grant what the workflow may give.
 * Input: `{ workflowRunId, approved, comment? }`. Refuses `conflict` when it does not ask any more.
 */
export async function decideApproval({
  deps,
  actor,
  input,
}: Call): Promise<Result<WorkflowRunDetail, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.send')
  if (forbidden) return forbidden
  const parsed = parseInput(decideApprovalSchema, input)
  if (!parsed.ok) return parsed
  const { workflowRunId, approved, comment } = parsed.value
  const [run] = await findRunsById(deps.database, [workflowRunId])
  if (!run) return refuse('not_found', { detail: 'There is no such run.' })
  const ungrantable = approved ? await refuseGrantingBy(deps, actor, run.workflowId) : null
  if (ungrantable) return ungrantable
  const written = await deps.database.write([
    runAwaitsApproval(workflowRunId),
    ...decideRun(workflowRunId, { approved, decidedBy: actor.name, comment }, deps.now()),
    auditStatement(deps, actor, {
      action: approved ? 'workflow_run.approved' : 'workflow_run.declined',
      entityType: 'workflow_run',
      entityId: workflowRunId,
      after: { workflow: run.workflowName, comment },
    }),
  ])
  if (!written.ok)
    return refuse('conflict', {
      detail: 'This run does not ask any more. Somebody may have decided already.',
    })
  deps.onJobsWritten?.()
  return getWorkflowRun({ deps, actor, input: { workflowRunId } })
}
