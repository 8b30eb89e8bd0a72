import { findEndpointIds, findWebRoleIds, findWorkflowsById } from '@usher/database'
import {
  type FieldError,
  findLoop,
  flattenSteps,
  startedWorkflowIds,
  type WorkflowDefinition,
} from '@usher/domain'
import type { Deps } from '../deps.ts'

/** What a definition names that is not there, not activated, or leads back to itself. */
export async function checkReferences(
  deps: Deps,
  workflow: { id: string; name: string },
  definition: WorkflowDefinition,
): Promise<FieldError[]> {
  const roleIds = new Set(await findWebRoleIds(deps.database))
  const endpointIds = new Set(await findEndpointIds(deps.database))
  const { starts, found } = await followStarts(deps, workflow.id, definition)
  const loop = findLoop(starts, workflow.id)
  const errors: FieldError[] = []
  for (const step of flattenSteps(definition.steps)) {
    const at = (name: string) => `step ${step.key}: ${name}`
    if ((step.kind === 'add_web_role' || step.kind === 'remove_web_role') && !roleIds.has(step.webRoleId))
      errors.push({ path: at('webRoleId'), message: 'This web role is not there. Choose another.' })
    if (step.kind === 'call_webhook' && !endpointIds.has(step.endpointId))
      errors.push({
        path: at('endpointId'),
        message: 'This webhook endpoint is not there. Choose another, or make one under Settings, Webhooks.',
      })
    if (step.kind !== 'start_workflow') continue
    const target = found.get(step.workflowId)
    if (loop?.includes(step.workflowId)) {
      const way = loop.map((id) => (id === workflow.id ? workflow.name : (found.get(id)?.name ?? id)))
      errors.push({
        path: at('workflowId'),
        message: `These workflows would start each other for ever: ${way.join(' → ')}. Take one of the steps out.`,
      })
    } else if (target?.status !== 'activated') {
      errors.push({
        path: at('workflowId'),
        message: target
          ? `${target.name} is not activated. Activate it first.`
          : 'This workflow is not there. Choose another.',
      })
    }
  }
  return errors
}

type Found = Awaited<ReturnType<typeof findWorkflowsById>>[number]

/** Who starts whom, as far as it leads from here. */
async function followStarts(deps: Deps, fromId: string, definition: WorkflowDefinition) {
  const starts = new Map<string, string[]>([[fromId, startedWorkflowIds(definition)]])
  const found = new Map<string, Found>()
  for (let next = startedWorkflowIds(definition); next.length > 0;) {
    const rows = await findWorkflowsById(deps.database, next)
    for (const row of rows) {
      found.set(row.id, row)
      if (!starts.has(row.id)) starts.set(row.id, row.definition ? startedWorkflowIds(row.definition) : [])
    }
    next = rows.flatMap((row) => starts.get(row.id) ?? []).filter((id) => !starts.has(id))
  }
  return { starts, found }
}
