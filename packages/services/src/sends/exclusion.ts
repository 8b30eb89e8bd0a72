import { type ExclusionReason, isExpired, seatsLeft, type SuppressionReason } from '@usher/domain'

/** What decides whether a mail with an invitation is of use to somebody. */
export type Mailable = {
  invitation: {
    deactivatedAt: Date | null
    expiresAt: Date | null
    redemptionCount: number
    maximumRedemptions: number | null
  }
  /** null: nobody is invited. */
  contact: { email: string | null; hasRedeemed: boolean; hasDeclined: boolean } | null
  /** Why the address is on the list of those that are not mailed any more; null: it is not. */
  suppression: SuppressionReason | null
}

/** Why this contact is not mailed this invitation now, or `null`. Asked when a send is planned, and again before it leaves. */
export function exclusionOf(
  { invitation, contact, suppression }: Mailable,
  now: Date,
): ExclusionReason | null {
  if (invitation.deactivatedAt) return 'inactive'
  if (contact?.hasRedeemed) return 'already_redeemed'
  if (isExpired(invitation, now)) return 'expired'
  if (seatsLeft(invitation) === 0) return 'full'
  if (!contact) return 'no_recipient'
  if (contact.hasDeclined) return 'suppressed'
  if (!contact.email) return 'no_email'
  return suppression && exclusionOfSuppression[suppression]
}

const exclusionOfSuppression = {
  unsubscribed: 'unsubscribed',
  manual: 'unsubscribed',
  spam_complaint: 'unsubscribed',
  hard_bounce: 'bounced',
  provider: 'bounced',
} as const satisfies Record<SuppressionReason, ExclusionReason>

/** The reasons as staff read them. */
export const exclusionReasonTexts = {
  no_email: 'the contact has no e-mail address',
  no_recipient: 'nobody is invited',
  suppressed: 'the contact declined it',
  unsubscribed: 'the contact wants no more invitations; see Suppressions',
  recipient_cap: 'the contact was mailed as many invitations as one day allows; see Settings, Mail',
  bounced: 'mail to this address came back; give the contact another, or see Suppressions',
  already_redeemed: 'the contact has redeemed it already',
  inactive: 'the invitation is inactive',
  expired: 'the invitation has expired',
  full: 'no seat is left',
} as const satisfies Record<ExclusionReason, string>
