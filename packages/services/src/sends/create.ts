import {
  areWithinRecipientCap,
  findMailState,
  findSend,
  findSendExclusions,
  findWebRoleIdsOfInvitations,
  insertInvitationEmails,
  insertJobs,
  insertSend,
  insertSendExclusions,
  isUniqueViolation,
  isWithinCap,
  type SendExclusion,
  sendInvitationIsActivated,
  type Written,
} from '@usher/database'
import {
  leavingTime,
  type MailHouseSettings,
  type ManagementRefusal,
  ok,
  readScheduled,
  refuse,
  type Result,
} from '@usher/domain'
import * as v from 'valibot'
import { type Actor, refuseGranting, refuseUnless, staffUserIdOf } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { emailJob } from '../emails/queue.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { aDayBefore, contactIdsField, invitationIdsField, planFor, type SendPlan } from './plan.ts'

/** Sends wait for those who wait at a screen, and for redemptions. */
const sendPriority = 20
/** Rows that one statement carries: a few hundred kilobytes of JSON. */
const rowsPerStatement = 2000

export const sendInvitationsSchema = v.strictObject({
  invitationIds: invitationIdsField,
  contactIds: contactIdsField,
  /**
   * When it should leave: a time of each recipient's own clock (`2027-04-01T09:00`), or an instant (`…Z`, `…+02:00`).
   * Left out: at once, or as soon as quiet hours are over.
   */
  scheduledFor: v.optional(
    v.nullable(
      v.pipe(
        v.string(),
        v.maxLength(40),
        v.check(
          (text) => readScheduled(text, 'UTC') !== null,
          'Give a date and time, such as 2027-04-01T09:00.',
        ),
      ),
    ),
    null,
  ),
  /** Chosen by the caller, a UUID: the same decision twice is then one send. */
  sendId: v.optional(v.pipe(v.string(), v.uuid('Give a UUID, or leave it out.'))),
})

export type CreatedSend = { id: string; planned: number; excluded: SendExclusion[] }

/**
 * Sends invitations: freezes who is mailed and who not, and puts one mail for each recipient on its way. The invitations
 * become Sent when their first mail has left.
 * Who sends must be allowed to grant what the invitations give: mailing a code hands it on, as revealing it does.
 * Refuses `forbidden`, `not_found`, `conflict` while the Send Invitation workflow is deactivated, `too_many_attempts`
 * where a cap of the mail settings is reached.
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
    const written = await writeSend(
      deps,
      actor,
      { id, scheduledFor: parsed.value.scheduledFor },
      planned.value,
    )
    if (!written.ok) return refusals[written.guard]()
  } catch (error) {
    const earlier = isUniqueViolation(error) ? await findSend(deps.database, id) : null
    if (!earlier) throw error
    return ok({ id, planned: earlier.planned, excluded: await findSendExclusions(deps.database, id) })
  }
  if (planned.value.recipients.length > 0) deps.onJobsWritten?.()
  return ok({ id, planned: planned.value.recipients.length, excluded })
}

async function writeSend(
  deps: Deps,
  actor: Actor,
  { id, scheduledFor }: { id: string; scheduledFor: string | null },
  { recipients, exclusions }: SendPlan,
): Promise<Written<'workflow' | Cap>> {
  const now = deps.now()
  const { settings } = await findMailState(deps.database)
  const mails = recipients.map(({ invitationId, contactId, email, timeZone }) => ({
    emailId: deps.newId(),
    invitationId,
    contactId,
    plannedAddress: email,
    scheduledAt: whenLater(now, leavingTime({ now, scheduledFor }, timeZone, settings.quietHours)),
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
      scheduledFor,
      createdAt: now,
      completedAt: mails.length > 0 ? null : now,
    }),
    ...chunksOf(excluded).map((rows) => insertSendExclusions(id, rows)),
    ...chunksOf(mails).map((rows) => insertInvitationEmails(id, rows, now)),
    ...chunksOf(mails).map((rows) =>
      insertJobs(
        rows.map((mail) => ({ ...emailJob(deps, mail.emailId, sendPriority), runAt: mail.scheduledAt })),
        now,
      ),
    ),
    ...capGuards(actor, recipients, settings, aDayBefore(now)),
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

export type Cap = 'sender_cap' | 'house_cap' | 'recipient_cap'

/** Counted after the rows are written, in the same batch: two sends at once cannot both be the last. */
function capGuards(
  actor: Actor,
  recipients: SendPlan['recipients'],
  settings: MailHouseSettings,
  since: Date,
) {
  const { recipientPerDay, senderPerDay, housePerDay } = settings
  const staffUserId = staffUserIdOf(actor)
  const isCapped = 'role' in actor && actor.role === 'inviter' && staffUserId !== null
  return [
    areWithinRecipientCap([...new Set(recipients.map(({ contactId }) => contactId))], since, recipientPerDay),
    ...(isCapped ? [isWithinCap('sender_cap', { since, staffUserId, maximum: senderPerDay })] : []),
    ...(housePerDay === null
      ? []
      : [isWithinCap('house_cap', { since, staffUserId: null, maximum: housePerDay })]),
  ]
}

export const refuseDeactivated = () =>
  refuse('conflict', {
    detail:
      'The Send Invitation workflow is deactivated, so no invitation is mailed. Activate it under Workflows, then send again.',
  })

const refusals = {
  workflow: refuseDeactivated,
  sender_cap: () => refuseCapped('You have sent off as many invitations as one day allows you.'),
  house_cap: () => refuseCapped('As many invitations were sent off as one day allows.'),
  recipient_cap: () => refuseCapped('Somebody in it was just mailed as many invitations as one day allows.'),
} as const

const refuseCapped = (what: string) =>
  refuse('too_many_attempts', {
    detail: `${what} Send fewer, or wait until tomorrow. An admin can raise the cap under Settings, Mail.`,
  })

const whenLater = (now: Date, at: Date): number | null => (at > now ? at.getTime() : null)

const chunksOf = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / rowsPerStatement) }, (_, index) =>
    rows.slice(index * rowsPerStatement, (index + 1) * rowsPerStatement),
  )
