import { setWorkflowStatus, workflowIsIn } from '@usher/database'
import { type ManagementRefusal, refuse, type Result } from '@usher/domain'
import { type Actor, refuseUnless } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { auditStatement } from '../records.ts'
import { getWorkflow, type Workflow } from './get.ts'

type Request = { deps: Deps; actor: Actor; input: { workflowId: string } }

/** Lets a workflow run again. Refuses `forbidden`, `not_found`, `conflict` when it runs already. */
export const activateWorkflow = (request: Request) => setStatus(request, 'deactivated', 'activated')

/**
 * Stops a workflow. While Send Invitation is deactivated nothing is sent, and mails that still wait become not sent.
 * Refuses `forbidden`, `not_found`, `conflict` when it does not run.
 */
export const deactivateWorkflow = (request: Request) => setStatus(request, 'activated', 'deactivated')

async function setStatus(
  { deps, actor, input }: Request,
  from: 'activated' | 'deactivated',
  to: 'activated' | 'deactivated',
): Promise<Result<Workflow, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'structure.write')
  if (forbidden) return forbidden
  const written = await deps.database.write([
    workflowIsIn(input.workflowId, from),
    setWorkflowStatus(input.workflowId, to, deps.now()),
    auditStatement(deps, actor, {
      action: `workflow.${to}`,
      entityType: 'workflow',
      entityId: input.workflowId,
    }),
  ])
  if (written.ok) return getWorkflow({ deps, actor, input })
  const found = await getWorkflow({ deps, actor, input })
  if (!found.ok) return found
  return refuse('conflict', {
    detail: found.value.status === 'draft' ? 'This workflow is a draft.' : `This workflow is ${to} already.`,
  })
}
