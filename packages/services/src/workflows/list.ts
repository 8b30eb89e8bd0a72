import { findWorkflows, type Page, sortNamesOf, type WorkflowRow, workflowSorts } from '@usher/database'
import { type ManagementRefusal, type Result, workflowStatuses, workflowTriggers } from '@usher/domain'
import * as v from 'valibot'
import { type Actor, refuseUnless } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'

export const listWorkflowsSchema = v.strictObject({
  ...pageEntries(sortNamesOf(workflowSorts), 'name'),
  trigger: v.optional(v.picklist(workflowTriggers)),
  status: v.optional(v.picklist(workflowStatuses)),
})

/** Workflows with the version that runs. */
export async function listWorkflows({
  deps,
  actor,
  input,
}: {
  deps: Deps
  actor: Actor
  input: v.InferInput<typeof listWorkflowsSchema>
}): Promise<Result<Page<WorkflowRow>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(listWorkflowsSchema, input)
  return parsed.ok ? answerPage(await findWorkflows(deps.database, parsed.value)) : parsed
}
