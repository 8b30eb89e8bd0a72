import { findWorkflow, type WorkflowRow } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import { type Actor, refuseUnless } from '../actor.ts'
import type { Deps } from '../deps.ts'

export type Workflow = WorkflowRow

/** Refuses `forbidden`, `not_found`. */
export async function getWorkflow({
  deps,
  actor,
  input,
}: {
  deps: Deps
  actor: Actor
  input: { workflowId: string }
}): Promise<Result<Workflow, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const workflow = await findWorkflow(deps.database, input.workflowId)
  return workflow ? ok(workflow) : refuse('not_found', { detail: 'There is no such workflow.' })
}
