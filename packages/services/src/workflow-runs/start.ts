import { findPeopleToStart, findWorkflow, insertRuns } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless, staffUserIdOf } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput, refuseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { refuseGrantingBy } from '../workflows/granted-web-roles.ts'
import { refuseUnknownWorkflow } from '../workflows/refusals.ts'

const ids = v.pipe(v.array(idField), v.maxLength(5000, 'Choose at most 5,000 at once.'))
export const startWorkflowSchema = v.strictObject({
  workflowId: idField,
  contactIds: v.optional(ids, []),
  /** A run for each contact whom they invite. */
  invitationIds: v.optional(ids, []),
})

const onDemandPriority = 20

/**
 * Starts a workflow that begins on demand, for chosen contacts or invitations. Whatever it may give must be theirs to
 * grant who start it. Input: `{ workflowId, contactIds?, invitationIds? }`.
 */
export async function startWorkflow({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ count: number }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.send')
  if (forbidden) return forbidden
  const parsed = parseInput(startWorkflowSchema, input)
  if (!parsed.ok) return parsed
  const { workflowId, ...chosen } = parsed.value
  const workflow = await findWorkflow(deps.database, workflowId)
  if (!workflow) return refuseUnknownWorkflow()
  if (workflow.status !== 'activated' || workflow.trigger !== 'manual') {
    const detail = 'This workflow is not started by hand. Choose an activated one that begins on demand.'
    return refuse('conflict', { detail })
  }
  const ungrantable = await refuseGrantingBy(deps, actor, workflowId)
  if (ungrantable) return ungrantable
  const people = await findPeopleToStart(deps.database, chosen)
  if (people.length === 0)
    return refuseInput({
      path: 'contactIds',
      message: 'Choose at least one contact, or an invitation that invites one.',
    })
  const start = deps.newId()
  await deps.database.write([
    ...insertRuns(
      people.map(({ contactId, invitationId }) => ({
        id: deps.newId(),
        jobId: deps.newId(),
        workflowId,
        contactId,
        invitationId,
        redemptionId: null,
        key: `start:${start}:${contactId}:${invitationId ?? ''}`,
        beganBy: 'manual' as const,
        startedById: staffUserIdOf(actor),
        parentRunId: null,
        depth: 0,
      })),
      { priority: onDemandPriority, now: deps.now() },
    ),
    auditStatement(deps, actor, {
      action: 'workflow.started',
      entityType: 'workflow',
      entityId: workflowId,
      after: { runs: people.length },
    }),
  ])
  deps.onJobsWritten?.()
  return ok({ count: people.length })
}
