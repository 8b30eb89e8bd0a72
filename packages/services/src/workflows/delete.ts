import { countWorkflowUses, deleteWorkflowRow, findWorkflow, workflowIsUnused } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { counted, listed } from '../words.ts'
import { refuseUnknownWorkflow } from './refusals.ts'

const deleteWorkflowSchema = v.strictObject({ workflowId: idField })

/** Deletes a workflow that never ran and that nothing names; `conflict` in words otherwise. Input: `{ workflowId }`. */
export async function deleteWorkflow({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ id: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'structure.write')
  if (forbidden) return forbidden
  const parsed = parseInput(deleteWorkflowSchema, input)
  if (!parsed.ok) return parsed
  const { workflowId } = parsed.value
  const workflow = await findWorkflow(deps.database, workflowId)
  if (!workflow) return refuseUnknownWorkflow()
  const { name, description, trigger, draft, definition } = workflow
  const written = await deps.database.write([
    workflowIsUnused(workflowId),
    deleteWorkflowRow(deps.database, workflowId),
    auditStatement(deps, actor, {
      action: 'workflow.deleted',
      entityType: 'workflow',
      entityId: workflowId,
      before: { name, description, trigger, definition: draft ?? definition },
    }),
  ])
  if (written.ok) return ok({ id: workflowId })
  if (workflow.builtInKey)
    return refuse('conflict', { detail: `${name} comes with Usher. Deactivate it instead.` })
  const uses = await countWorkflowUses(deps.database, workflowId)
  const why = listed([counted(uses.runs, 'run'), counted(uses.invitations, 'invitation')])
  return refuse('conflict', {
    detail: `${name} is in use${why ? `: ${why}` : ' by another workflow'}. Deactivate it instead: what has a history is kept.`,
  })
}
