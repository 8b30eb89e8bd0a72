import { findWorkflowsById } from '@usher/database'
import {
  type ManagementRefusal,
  type Refused,
  startedWorkflowIds,
  touchedWebRoleIds,
  type WorkflowDefinition,
} from '@usher/domain'
import { type Actor, refuseGranting } from '../actor.ts'
import type { Deps } from '../deps.ts'

/**
 * The refusal for who lets a workflow run that gives web roles they may not grant themselves: by starting it, by naming
 * it on an invitation, by approving. `null` when they may, or there is no workflow. Workflows that it starts count.
 */
export async function refuseGrantingBy(
  deps: Deps,
  actor: Actor,
  workflowId: string | null,
): Promise<Refused<ManagementRefusal> | null> {
  if (workflowId === null || !('role' in actor)) return null
  const refused = refuseGranting(actor, await grantedBy(deps, [workflowId]))
  return (
    refused && {
      ...refused,
      detail: 'This workflow gives web roles that you may not grant. Ask an owner or admin.',
    }
  )
}

/** What these workflows give, with those that they start. */
async function grantedBy(deps: Deps, workflowIds: readonly string[]): Promise<string[]> {
  const seen = new Set<string>()
  const webRoleIds: string[] = []
  for (let next = [...workflowIds]; next.length > 0;) {
    for (const id of next) seen.add(id)
    const definitions: WorkflowDefinition[] = (await findWorkflowsById(deps.database, next)).flatMap(
      ({ definition }) => definition ?? [],
    )
    webRoleIds.push(...definitions.flatMap(touchedWebRoleIds))
    next = definitions.flatMap(startedWorkflowIds).filter((id) => !seen.has(id))
  }
  return webRoleIds
}
