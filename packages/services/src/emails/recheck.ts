import type { EmailToDeliver } from '@usher/database'
import { exclusionOf, exclusionReasonTexts } from '../sends/exclusion.ts'

/** Why a mail that was decided on is not sent after all, as staff read it; `null` when it may leave. */
export function reasonNotToSend(email: EmailToDeliver, now: Date): string | null {
  if (email.send?.status === 'cancelled') return 'the send was cancelled'
  if (email.kind === 'workflow' && !email.contact?.email) return exclusionReasonTexts.no_email
  if (email.kind !== 'invitation') return null
  if (email.workflow?.status !== 'activated') return 'the Send Invitation workflow was deactivated'
  if (!email.invitation || !email.contact) return 'the invitation is gone'
  if (!email.contact.isInvited) return 'the contact is not invited any more'
  const reason = exclusionOf({ invitation: email.invitation, contact: email.contact }, now)
  return reason && exclusionReasonTexts[reason]
}
