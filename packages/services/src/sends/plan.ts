import {
  countRecentInvitations,
  findMailState,
  findSendCandidates,
  type SendCandidate,
} from '@usher/database'
import {
  type ExclusionReason,
  fullName,
  type ManagementRefusal,
  ok,
  refuse,
  type Refused,
  type Result,
} from '@usher/domain'
import * as v from 'valibot'
import { type Actor, refuseUnless } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { findSuppressed } from '../suppressions/find-suppressed.ts'
import { exclusionOf } from './exclusion.ts'

/** More would not be one decision of one person any more. */
const maximumInvitations = 10_000

export const invitationIdsField = v.pipe(
  v.array(idField),
  v.minLength(1, 'Choose at least one invitation.'),
  v.maxLength(maximumInvitations),
  v.transform((ids) => [...new Set(ids)]),
)
/** Only these of the invited contacts; all of them where it is left out. */
export const contactIdsField = v.optional(
  v.pipe(v.array(idField), v.minLength(1), v.maxLength(maximumInvitations)),
)
export const planSendSchema = v.strictObject({
  invitationIds: invitationIdsField,
  contactIds: contactIdsField,
})

export type PlannedRecipient = {
  invitationId: string
  invitationName: string
  contactId: string
  contactName: string
  /** The primary e-mail, the only one that is mailed. */
  email: string
  /** Of the contact, else of the website. */
  timeZone: string
}
export type PlannedExclusion = {
  invitationId: string
  invitationName: string
  /** null: the invitation has nobody to be mailed to. */
  contactId: string | null
  contactName: string | null
  reason: ExclusionReason
}
export type SendPlan = { recipients: PlannedRecipient[]; exclusions: PlannedExclusion[] }

/**
 * Who would be mailed if these invitations were sent now, and who not, and why. Changes nothing.
 * Refuses `forbidden`, `not_found` when an invitation is gone.
 */
export async function planSend({
  deps,
  actor,
  input,
}: {
  deps: Deps
  actor: Actor
  input: v.InferInput<typeof planSendSchema>
}): Promise<Result<SendPlan, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.send')
  if (forbidden) return forbidden
  const parsed = parseInput(planSendSchema, input)
  return parsed.ok ? planFor(deps, parsed.value) : parsed
}

/** The plan itself, for who was already let in. */
export async function planFor(
  deps: Deps,
  { invitationIds, contactIds }: v.InferOutput<typeof planSendSchema>,
): Promise<Result<SendPlan, 'not_found'>> {
  const invited = await findSendCandidates(deps.database, invitationIds)
  const missing = refuseMissing(invitationIds, invited)
  if (missing) return missing
  const meant = contactIds && new Set(contactIds)
  const candidates = meant ? invited.filter(({ contact }) => contact && meant.has(contact.id)) : invited
  const now = deps.now()
  const suppressionOf = await findSuppressed(
    deps,
    candidates.map(({ contact }) => contact?.email ?? null),
  )
  const { settings } = await findMailState(deps.database)
  const counts = await countRecentInvitations(
    deps.database,
    [...new Set(candidates.flatMap(({ contact }) => contact?.id ?? []))],
    aDayBefore(now),
  )
  const plan: SendPlan = { recipients: [], exclusions: [] }
  for (const { invitation, contact } of candidates) {
    const of = { invitationId: invitation.id, invitationName: invitation.name }
    const reason = exclusionOf(
      { invitation, contact, suppression: suppressionOf(contact?.email, invitation.websiteId) },
      now,
    )
    const count = counts.get(contact?.id ?? '') ?? 0
    if (reason === null && contact?.email && count < settings.recipientPerDay) {
      counts.set(contact.id, count + 1)
      plan.recipients.push({
        ...of,
        contactId: contact.id,
        contactName: fullName(contact),
        email: contact.email,
        timeZone: contact.timeZone ?? invitation.timeZone,
      })
    } else {
      plan.exclusions.push({
        ...of,
        contactId: contact?.id ?? null,
        contactName: contact && fullName(contact),
        reason: reason ?? (contact?.email ? 'recipient_cap' : 'no_email'),
      })
    }
  }
  return ok(plan)
}

/** Caps look at the last 24 hours. */
export const aDayBefore = (now: Date) => new Date(now.getTime() - 24 * 60 * 60 * 1000)

function refuseMissing(invitationIds: string[], candidates: SendCandidate[]): Refused<'not_found'> | null {
  const found = new Set(candidates.map((candidate) => candidate.invitation.id))
  const missing = invitationIds.filter((id) => !found.has(id))
  if (missing.length === 0) return null
  return refuse('not_found', {
    detail:
      missing.length === 1
        ? 'One of these invitations does not exist any more. Reload the list and choose again.'
        : `${missing.length} of these invitations do not exist any more. Reload the list and choose again.`,
    errors: missing.slice(0, 20).map((id) => ({
      path: `invitationIds.${invitationIds.indexOf(id)}`,
      message: 'There is no such invitation.',
    })),
  })
}
