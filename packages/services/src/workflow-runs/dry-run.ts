import { findEntityNames, findImaginedRun, findWorkflow } from '@usher/database'
import {
  dryRun,
  type DryRunStep,
  flattenSteps,
  type ManagementRefusal,
  ok,
  refuse,
  type Result,
} from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField, orNull } from '../fields.ts'
import { parseInput, refuseInput } from '../parse-input.ts'
import { readDefinition } from '../workflows/fields.ts'
import { refuseUnknownWorkflow } from '../workflows/refusals.ts'
import { runValuesOf } from './run-values.ts'

export const dryRunWorkflowSchema = v.strictObject({
  workflowId: idField,
  contactId: idField,
  invitationId: v.optional(orNull(idField), null),
  /** Instead of the draft, or what runs. */
  definition: v.optional(v.unknown()),
})

/** What each step would do for a contact; nothing is done. Input: `{ workflowId, contactId, invitationId?, definition? }`. */
export async function dryRunWorkflow({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ steps: DryRunStep[] }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(dryRunWorkflowSchema, input)
  if (!parsed.ok) return parsed
  const { workflowId, contactId, invitationId } = parsed.value
  const workflow = await findWorkflow(deps.database, workflowId)
  if (!workflow) return refuseUnknownWorkflow()
  const given = parsed.value.definition === undefined ? null : readDefinition(parsed.value.definition)
  if (given && !given.ok) return given
  const definition = given?.value ?? workflow.draft ?? workflow.definition
  if (!definition) return refuse('conflict', { detail: 'This workflow has no steps yet.' })
  const now = deps.now()
  const run = await findImaginedRun(deps.database, { contactId, invitationId, now })
  if (!run) return refuseInput({ path: 'contactId', message: 'There is no such contact.' })
  const named = flattenSteps(definition.steps).flatMap((step) => {
    if (step.kind === 'add_web_role' || step.kind === 'remove_web_role') return [step.webRoleId]
    if (step.kind === 'start_workflow') return [step.workflowId]
    return step.kind === 'call_webhook' ? [step.endpointId] : []
  })
  const names = await findEntityNames(deps.database, named)
  const values = {
    ...runValuesOf({ ...run, id: 'dry run', beganBy: definition.trigger, startedAt: now.getTime() }),
    redemption:
      definition.trigger === 'redemption' ? { id: 'dry run', redeemedAt: now, ipAddress: null } : null,
  }
  return ok({
    steps: dryRun(definition, values, { now, nameOf: (id) => names[id] ?? 'one that is not there' }),
  })
}
