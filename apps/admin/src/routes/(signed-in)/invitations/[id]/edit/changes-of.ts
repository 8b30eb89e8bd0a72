import type { InvitationChanges, InvitationDetail } from '@usher/services'
import { expiryFields } from '#lib/expiry-fields.ts'
import type { FilledForm } from '../../read-form.ts'

/**
 * What the form changes. What it leaves as it was is not said again: a workflow that has been deactivated since, or an
 * owner who has left, stands in the way of no other change.
 */
export function changesOf(before: InvitationDetail, filled: FilledForm, form: FormData): InvitationChanges {
  const { type: _, code, websiteId, ownerId, expiresAt, grantEndsAt, invitedContactIds, ...others } = filled
  const { date, time } = expiryFields(before.expiresAt, before.website.timeZone)
  const given: InvitationChanges = {
    ...others,
    message: others.message.trim() || null,
    ...(websiteId ? { websiteId } : {}),
    ...(ownerId ? { ownerId } : {}),
    // A form that could not show them all does not name them.
    ...(form.has('invitedContactIds') || before.type === 'single' ? { invitedContactIds } : {}),
  }
  const changed = Object.fromEntries(
    Object.entries(given).filter(
      ([name, value]) =>
        JSON.stringify(value) !== JSON.stringify(before[name as keyof InvitationDetail] ?? null),
    ),
  ) as InvitationChanges
  // Zone of the website: when that changes, the same day ends at another instant.
  const isSameExpiry = expiresAt === ([date, time].filter(Boolean).join('T') || null) && !changed.websiteId
  const accessEnd = expiryFields(before.grantEndsAt, before.website.timeZone).date || null
  return {
    ...changed,
    ...(grantEndsAt === accessEnd && !changed.websiteId ? {} : { grantEndsAt }),
    ...(isSameExpiry ? {} : { expiresAt }),
    ...(form.get('replacesCode') === 'yes' ? { code } : {}),
  }
}
