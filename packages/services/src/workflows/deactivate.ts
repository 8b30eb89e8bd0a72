import { setWorkflowStatus, workflowIsIn } from '@usher/database'
import { type ManagementRefusal, refuse, type Result } from '@usher/domain'
import { type Actor, refuseUnless } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { auditStatement } from '../records.ts'
import { getWorkflow, type Workflow } from './get.ts'

/**
 * Stops a workflow from beginning; runs that have begun go on. While Send Invitation is deactivated nothing is sent, and
 * mails that still wait become not sent. Refuses `forbidden`, `not_found`, `conflict` when it does not run.
 */
export async function deactivateWorkflow({
  deps,
  actor,
  input,
}: {
  deps: Deps
  actor: Actor
  input: { workflowId: string }
}): Promise<Result<Workflow, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'structure.write')
  if (forbidden) return forbidden
  const written = await deps.database.write([
    workflowIsIn(input.workflowId, 'activated'),
    setWorkflowStatus(input.workflowId, 'deactivated', deps.now()),
    auditStatement(deps, actor, {
      action: 'workflow.deactivated',
      entityType: 'workflow',
      entityId: input.workflowId,
    }),
  ])
  if (written.ok) return getWorkflow({ deps, actor, input })
  const found = await getWorkflow({ deps, actor, input })
  if (!found.ok) return found
  return refuse('conflict', {
    detail:
      found.value.status === 'draft' ? 'This workflow is a draft.' : 'This workflow is deactivated already.',
  })
}
