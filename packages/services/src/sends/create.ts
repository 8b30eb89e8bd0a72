import {
  findSend,
  findSendExclusions,
  findWebRoleIdsOfInvitations,
  insertInvitationEmails,
  insertJobs,
  insertSend,
  insertSendExclusions,
  isUniqueViolation,
  type SendExclusion,
  sendInvitationIsActivated,
  type Written,
} from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { type Actor, refuseGranting, refuseUnless, staffUserIdOf } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { emailJob } from '../emails/queue.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { contactIdsField, invitationIdsField, planFor, type SendPlan } from './plan.ts'

/** Sends wait for those who wait at a screen, and for redemptions. */
const sendPriority = 20
/** Rows that one statement carries: a few hundred kilobytes of JSON. */
const rowsPerStatement = 2000

export const sendInvitationsSchema = v.strictObject({
  invitationIds: invitationIdsField,
  contactIds: contactIdsField,
  /** Chosen by the caller, a UUID: the same decision twice is then one send. */
  sendId: v.optional(v.pipe(v.string(), v.uuid('Give a UUID, or leave it out.'))),
})

export type CreatedSend = { id: string; planned: number; excluded: SendExclusion[] }

/**
 * Sends invitations: freezes who is mailed and who not, and puts one mail for each recipient on its way. The invitations
 * become Sent when their first mail has left.
 * Who sends must be allowed to grant what the invitations give: mailing a code hands it on, as revealing it does.
 * Refuses `forbidden`, `not_found`, `conflict` while the Send Invitation workflow is deactivated.
 */
export async function sendInvitations({
  deps,
  actor,
  input,
}: {
  deps: Deps
  actor: Actor
  input: v.InferInput<typeof sendInvitationsSchema>
}): Promise<Result<CreatedSend, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.send')
  if (forbidden) return forbidden
  const parsed = parseInput(sendInvitationsSchema, input)
  if (!parsed.ok) return parsed
  const ungrantable = refuseGranting(
    actor,
    await findWebRoleIdsOfInvitations(deps.database, parsed.value.invitationIds),
  )
  if (ungrantable) return ungrantable
  const planned = await planFor(deps, parsed.value)
  if (!planned.ok) return planned
  const id = parsed.value.sendId ?? deps.newId()
  const excluded = planned.value.exclusions.map(({ invitationId, contactId, reason }) => ({
    invitationId,
    contactId,
    reason,
  }))
  try {
    const written = await writeSend(deps, actor, id, planned.value)
    if (!written.ok) return refuseDeactivated()
  } catch (error) {
    const earlier = isUniqueViolation(error) ? await findSend(deps.database, id) : null
    if (!earlier) throw error
    return ok({ id, planned: earlier.planned, excluded: await findSendExclusions(deps.database, id) })
  }
  if (planned.value.recipients.length > 0) deps.onJobsWritten?.()
  return ok({ id, planned: planned.value.recipients.length, excluded })
}

function writeSend(
  deps: Deps,
  actor: Actor,
  id: string,
  { recipients, exclusions }: SendPlan,
): Promise<Written<'workflow'>> {
  const now = deps.now()
  const mails = recipients.map(({ invitationId, contactId, email }) => ({
    emailId: deps.newId(),
    invitationId,
    contactId,
    plannedAddress: email,
  }))
  const excluded = exclusions.map(({ invitationId, contactId, reason }) => ({
    id: deps.newId(),
    invitationId,
    contactId,
    reason,
  }))
  return deps.database.write([
    sendInvitationIsActivated(),
    insertSend(deps.database, {
      id,
      createdById: staffUserIdOf(actor),
      status: mails.length > 0 ? 'queued' : 'completed',
      plannedCount: mails.length,
      createdAt: now,
      completedAt: mails.length > 0 ? null : now,
    }),
    ...chunksOf(excluded).map((rows) => insertSendExclusions(id, rows)),
    ...chunksOf(mails).map((rows) => insertInvitationEmails(id, rows, now)),
    ...chunksOf(mails).map((rows) =>
      insertJobs(
        rows.map((mail) => emailJob(deps, mail.emailId, sendPriority)),
        now,
      ),
    ),
    auditStatement(deps, actor, {
      action: 'send.created',
      entityType: 'send',
      entityId: id,
      after: {
        planned: mails.length,
        excluded: excluded.length,
        invitationIds: [...new Set(recipients.map((recipient) => recipient.invitationId))].slice(0, 100),
      },
    }),
  ])
}

export const refuseDeactivated = () =>
  refuse('conflict', {
    detail:
      'The Send Invitation workflow is deactivated, so no invitation is mailed. Activate it under Workflows, then send again.',
  })

const chunksOf = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / rowsPerStatement) }, (_, index) =>
    rows.slice(index * rowsPerStatement, (index + 1) * rowsPerStatement),
  )
