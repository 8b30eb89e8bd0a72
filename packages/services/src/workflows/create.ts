import { insertWorkflow, workflowNameIsFree } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { definitionField, readDefinition, workflowFields } from './fields.ts'
import { getWorkflow, type Workflow } from './get.ts'
import { refuseWorkflowGuard } from './refusals.ts'

export const createWorkflowSchema = v.strictObject({
  name: workflowFields.name,
  description: v.optional(workflowFields.description, null),
  definition: definitionField,
})
export type CreateWorkflowInput = v.InferInput<typeof createWorkflowSchema>

/** A workflow as a draft: nothing runs until it is activated. Input: `CreateWorkflowInput`. */
export async function createWorkflow({
  deps,
  actor,
  input,
}: Call): Promise<Result<Workflow, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'structure.write')
  if (forbidden) return forbidden
  const parsed = parseInput(createWorkflowSchema, input)
  if (!parsed.ok) return parsed
  const definition = readDefinition(parsed.value.definition)
  if (!definition.ok) return definition
  const { name, description } = parsed.value
  const [id, now] = [deps.newId(), deps.now()]
  const written = await deps.database.write([
    workflowNameIsFree(name),
    ...insertWorkflow(deps.database, {
      id,
      versionId: deps.newId(),
      name,
      description,
      trigger: definition.value.trigger,
      definition: definition.value,
      createdAt: now,
      updatedAt: now,
    }),
    auditStatement(deps, actor, {
      action: 'workflow.created',
      entityType: 'workflow',
      entityId: id,
      after: { name, description, definition: definition.value },
    }),
  ])
  return written.ok
    ? getWorkflow({ deps, actor, input: { workflowId: id } })
    : refuseWorkflowGuard(written.guard)
}
