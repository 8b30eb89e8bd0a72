import { domainOfEmailAddress } from './email-address.ts'

export const invitationTypes = ['single', 'group'] as const
export type InvitationType = (typeof invitationTypes)[number]

export const invitationStatuses = ['new', 'sent', 'redeemed', 'inactive'] as const
export type InvitationStatus = (typeof invitationStatuses)[number]

/** Open: sent, not fully redeemed, not past its expiry. Expired is a fact of the clock, never stored. */
export const invitationViews = ['new', 'open', 'completed', 'inactive', 'expired', 'all'] as const
export type InvitationView = (typeof invitationViews)[number]

export const redeemablePolicies = ['invited', 'anyone', 'domains'] as const
export type RedeemablePolicy = (typeof redeemablePolicies)[number]

/** The longest text an admin may add to an invitation, in characters. */
export const maximumMessageLength = 2000

/** What decides whether an invitation can be redeemed. `maximumRedemptions` null: as often as people come (Group only). */
export type Redeemability = {
  type: InvitationType
  sentAt: Date | null
  deactivatedAt: Date | null
  expiresAt: Date | null
  redemptionCount: number
  maximumRedemptions: number | null
  redeemableBy: RedeemablePolicy
  emailDomains: readonly string[]
}

export const defaultRedeemablePolicy = (type: InvitationType): RedeemablePolicy =>
  type === 'single' ? 'invited' : 'anyone'

/** The same rule as the generated column `invitations.status`. */
export function statusOf(
  invitation: Pick<Redeemability, 'deactivatedAt' | 'redemptionCount' | 'maximumRedemptions' | 'sentAt'>,
): InvitationStatus {
  if (invitation.deactivatedAt) return 'inactive'
  if (seatsLeft(invitation) === 0) return 'redeemed'
  return invitation.sentAt ? 'sent' : 'new'
}

/** An invitation can be redeemed until the instant of its expiry, not at it. */
export const isExpired = (invitation: Pick<Redeemability, 'expiresAt'>, now: Date): boolean =>
  invitation.expiresAt !== null && invitation.expiresAt.getTime() <= now.getTime()

/** `null`: no limit. */
export const seatsLeft = (
  invitation: Pick<Redeemability, 'redemptionCount' | 'maximumRedemptions'>,
): number | null =>
  invitation.maximumRedemptions === null
    ? null
    : Math.max(0, invitation.maximumRedemptions - invitation.redemptionCount)

/** `contoso.com` admits `jane@contoso.com`, not `jane@eu.contoso.com`. */
export const admitsDomain = (emailDomains: readonly string[], email: string): boolean =>
  emailDomains.some((domain) => domain.toLowerCase() === domainOfEmailAddress(email))
