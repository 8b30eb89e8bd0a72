import {
  findWorkflow,
  isUnchanged,
  schema,
  updateWorkflowRow,
  workflowNameIsFree,
  writeDraft,
} from '@usher/database'
import type { ManagementRefusal, Result, WorkflowDefinition } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { differenceOf } from '../difference.ts'
import { idField } from '../fields.ts'
import { parseInput, refuseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { definitionField, readDefinition, workflowFields } from './fields.ts'
import { getWorkflow, type Workflow } from './get.ts'
import { refuseUnknownWorkflow, refuseWorkflowGuard } from './refusals.ts'

export const updateWorkflowSchema = v.strictObject({
  workflowId: idField,
  name: v.optional(workflowFields.name),
  description: v.optional(workflowFields.description),
  definition: v.optional(definitionField),
})
export type UpdateWorkflowInput = v.InferInput<typeof updateWorkflowSchema>

/**
 * Changes name and description at once, and the definition as a draft: what is activated runs on as it is until the draft
 * is activated. Input: `UpdateWorkflowInput`.
 */
export async function updateWorkflow({
  deps,
  actor,
  input,
}: Call): Promise<Result<Workflow, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'structure.write')
  if (forbidden) return forbidden
  const parsed = parseInput(updateWorkflowSchema, input)
  if (!parsed.ok) return parsed
  const { workflowId, definition: text, ...changes } = parsed.value
  const workflow = await findWorkflow(deps.database, workflowId)
  if (!workflow) return refuseUnknownWorkflow()
  const definition = text === undefined ? null : readDefinition(text)
  if (definition && !definition.ok) return definition
  const misfit = definition && misfitOf(workflow, definition.value)
  if (misfit) return refuseInput(misfit)

  const current = { ...workflow, definition: workflow.draft ?? workflow.definition }
  const difference = differenceOf(current, {
    ...changes,
    ...(definition ? { definition: definition.value } : {}),
  })
  if (!difference) return getWorkflow({ deps, actor, input: { workflowId } })
  const now = deps.now()
  const written = await deps.database.write([
    isUnchanged(schema.workflows, { id: workflowId, updatedAt: workflow.updatedAt }),
    ...(changes.name === undefined ? [] : [workflowNameIsFree(changes.name, workflowId)]),
    ...(definition && 'definition' in difference.after
      ? writeDraft(deps.database, { id: deps.newId(), workflowId, definition: definition.value, now })
      : []),
    updateWorkflowRow(deps.database, workflowId, {
      ...changes,
      ...(definition && workflow.activeVersionId === null ? { trigger: definition.value.trigger } : {}),
      updatedAt: now,
    }),
    auditStatement(deps, actor, {
      action: 'workflow.updated',
      entityType: 'workflow',
      entityId: workflowId,
      ...difference,
    }),
  ])
  return written.ok ? getWorkflow({ deps, actor, input: { workflowId } }) : refuseWorkflowGuard(written.guard)
}

/** What a workflow that invitations or the house count on cannot become. */
export function misfitOf(
  workflow: Pick<Workflow, 'trigger' | 'activeVersionId' | 'builtInKey'>,
  definition: WorkflowDefinition,
): { path: string; message: string } | null {
  if (workflow.activeVersionId !== null && definition.trigger !== workflow.trigger) {
    return {
      path: 'definition.trigger',
      message: 'A workflow that was activated keeps what it begins by. Create another one with these steps.',
    }
  }
  const [only, ...more] = definition.steps
  if (workflow.builtInKey === 'send_invitation' && (only?.kind !== 'send_email' || more.length > 0)) {
    return {
      path: 'definition.steps',
      message:
        'Send Invitation is one mail. For more steps create a workflow that begins when an invitation is sent.',
    }
  }
  return null
}
