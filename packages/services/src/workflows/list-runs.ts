import {
  findWorkflowRuns,
  type Page,
  schema,
  sortNamesOf,
  type WorkflowRunListItem,
  workflowRunSorts,
} from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { type Actor, refuseUnless } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { idField } from '../fields.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'

export const listWorkflowRunsSchema = v.strictObject({
  ...pageEntries(sortNamesOf(workflowRunSorts), '-createdAt'),
  workflowId: v.optional(idField),
  contactId: v.optional(idField),
  invitationId: v.optional(idField),
  status: v.optional(v.picklist(schema.workflowRunStatuses)),
  waitingFor: v.optional(v.pipe(v.string(), v.maxLength(100))),
})

/** Runs of workflows, the latest first. */
export async function listWorkflowRuns({
  deps,
  actor,
  input,
}: {
  deps: Deps
  actor: Actor
  input: v.InferInput<typeof listWorkflowRunsSchema>
}): Promise<Result<Page<WorkflowRunListItem>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(listWorkflowRunsSchema, input)
  return parsed.ok ? answerPage(await findWorkflowRuns(deps.database, parsed.value)) : parsed
}
