import { admitsDomain, isExpired, type Redeemability, seatsLeft } from './invitation.ts'
import type { RedemptionRefusal } from './refusal.ts'

/** Who asks to redeem, as far as it is known. */
export type Redeemer = {
  /** Signed in with this address; `null` when nobody is. */
  email: string | null
  emailVerified: boolean
  /** The contact this identity belongs to, or whose mailbox the recipient proof or the verified address speaks for. */
  contactId: string | null
}

/**
 * Why this redeemer cannot redeem this invitation now, or `null`.
 * The same rules decide inside the claim; this explains, in the order in which a person can do something about it.
 */
export function refusalOf(
  invitation: Redeemability & { invitedContactIds: readonly string[]; invitedEmails: readonly string[] },
  redeemer: Redeemer,
  now: Date,
): RedemptionRefusal | null {
  return refusalOfInvitation(invitation, now) ?? refusalOfRedeemer(invitation, redeemer)
}

/** What can be wrong with an invitation, whoever asks. */
export type InvitationRefusal = Extract<
  RedemptionRefusal,
  'invitation_inactive' | 'invitation_expired' | 'invitation_full'
>

export function refusalOfInvitation(invitation: Redeemability, now: Date): InvitationRefusal | null {
  if (invitation.deactivatedAt) return 'invitation_inactive'
  if (isExpired(invitation, now)) return 'invitation_expired'
  if (seatsLeft(invitation) === 0) return 'invitation_full'
  return null
}

/** What is wrong with the redeemer, were the invitation open. */
export function refusalOfRedeemer(
  invitation: Pick<Redeemability, 'redeemableBy' | 'emailDomains'> & {
    invitedContactIds: readonly string[]
    invitedEmails: readonly string[]
  },
  redeemer: Redeemer,
): RedemptionRefusal | null {
  if (redeemer.email === null) return 'not_signed_in'
  const isInvited = redeemer.contactId !== null && invitation.invitedContactIds.includes(redeemer.contactId)
  if (isInvited) return null
  if (invitation.redeemableBy === 'invited') {
    // The right address, not yet proven: say so, instead of calling it the wrong person.
    return !redeemer.emailVerified && invitation.invitedEmails.includes(redeemer.email)
      ? 'email_unverified'
      : 'wrong_recipient'
  }
  if (invitation.redeemableBy === 'domains') {
    if (!admitsDomain(invitation.emailDomains, redeemer.email)) return 'wrong_recipient'
    // Also of a known contact: an address that was only typed in says nothing about where somebody belongs.
    return redeemer.emailVerified ? null : 'email_unverified'
  }
  // Whoever becomes a contact does so under a proven address: nobody takes another's.
  return redeemer.emailVerified || redeemer.contactId !== null ? null : 'email_unverified'
}
