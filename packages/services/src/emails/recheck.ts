import type { EmailToDeliver } from '@usher/database'
import { normaliseEmailAddress, type SuppressionReason } from '@usher/domain'
import { exclusionOf, exclusionReasonTexts } from '../sends/exclusion.ts'

/** Why a mail that was decided on is not sent after all, as staff read it; `null` when it may leave. */
export function reasonNotToSend(
  email: EmailToDeliver,
  suppression: SuppressionReason | null,
  now: Date,
): string | null {
  if (email.send?.status === 'cancelled') return 'the send was cancelled'
  if (email.kind === 'workflow' && !email.contact?.email) return exclusionReasonTexts.no_email
  if (email.kind !== 'invitation') return null
  if (email.workflow?.status !== 'activated') return 'the Send Invitation workflow was deactivated'
  if (!email.invitation || !email.contact) return 'the invitation is gone'
  if (!email.contact.isInvited) return 'the contact is not invited any more'
  const reason = exclusionOf({ invitation: email.invitation, contact: email.contact, suppression }, now)
  if (reason) return exclusionReasonTexts[reason]
  return hasMoved(email.plannedAddress, email.contact.email) ? addressChanged : null
}

/** Says what to do next, since nothing else will. */
const addressChanged = 'the address changed; send the invitation again to reach the new one'

// Whoever may edit a contact could otherwise redirect a mail that somebody with more rights has sent off.
const hasMoved = (planned: string | null, present: string | null) =>
  planned !== null && normaliseEmailAddress(planned) !== normaliseEmailAddress(present ?? '')
