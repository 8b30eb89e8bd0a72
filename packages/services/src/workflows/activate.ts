import { activateVersion, findWorkflow, isUnchanged, schema } from '@usher/database'
import {
  checkDefinition,
  type ManagementRefusal,
  refuse,
  type Result,
  touchedWebRoleIds,
} from '@usher/domain'
import { type Actor, refuseGranting, refuseUnless, staffUserIdOf } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { startListening } from '../events/listening.ts'
import { refuseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { checkReferences } from './check-references.ts'
import { getWorkflow, type Workflow } from './get.ts'
import { refuseUnknownWorkflow, refuseWorkflowGuard } from './refusals.ts'

/**
 * Lets the draft run from now on, or what ran before it was deactivated. Runs that have begun keep their version. Who
 * activates bounds what its steps may grant: now, and again at each run.
 * Refuses `forbidden`, `not_found`, `invalid_request` with what is to be mended, `conflict` when it runs as it is.
 */
export async function activateWorkflow({
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
  const { workflowId } = input
  const workflow = await findWorkflow(deps.database, workflowId)
  if (!workflow) return refuseUnknownWorkflow()
  const versionId = workflow.draftVersionId ?? workflow.activeVersionId
  const definition = workflow.draft ?? workflow.definition
  if (!versionId || !definition) return refuse('conflict', { detail: 'This workflow has no steps yet.' })
  if (workflow.status === 'activated' && !workflow.draft)
    return refuse('conflict', { detail: 'This workflow is activated already.' })

  const problems = [
    ...checkDefinition(definition, { isInvitationMail: workflow.builtInKey === 'send_invitation' }),
    ...(await checkReferences(deps, workflow, definition)),
  ]
  if (problems.length > 0) return refuseInput(...problems)
  const ungrantable = refuseGranting(actor, touchedWebRoleIds(definition))
  if (ungrantable) return ungrantable

  const written = await deps.database.write([
    isUnchanged(schema.workflows, { id: workflowId, updatedAt: workflow.updatedAt }),
    ...startListening(deps),
    ...activateVersion(deps.database, {
      workflowId,
      versionId,
      trigger: definition.trigger,
      activatedById: staffUserIdOf(actor),
      now: deps.now(),
    }),
    auditStatement(deps, actor, {
      action: 'workflow.activated',
      entityType: 'workflow',
      entityId: workflowId,
      after: workflow.draft ? { definition } : null,
    }),
  ])
  return written.ok ? getWorkflow({ deps, actor, input }) : refuseWorkflowGuard(written.guard)
}
