import type { FieldError, InvitationType, RedeemablePolicy } from '@usher/domain'

/** What of an invitation does not go together, field by field. */
export function contradictionsOf(invitation: {
  type: InvitationType
  invitedContactIds: readonly string[]
  maximumRedemptions: number | null
  redeemableBy: RedeemablePolicy
  emailDomains: readonly string[]
  webRoleIds: readonly string[]
  grantEndsAt: unknown
  grantLastsDays: number | null
}): FieldError[] {
  const { type, invitedContactIds, redeemableBy, emailDomains } = invitation
  const errors: FieldError[] = []
  if (type === 'single' && invitedContactIds.length !== 1) {
    errors.push({
      path: 'invitedContactIds',
      message: 'A Single invitation is for exactly one contact. For several, choose Group.',
    })
  }
  if (type === 'single' && invitation.maximumRedemptions !== 1) {
    errors.push({
      path: 'maximumRedemptions',
      message: 'A Single invitation is redeemed once. For more, choose Group.',
    })
  }
  if (type === 'group' && redeemableBy === 'invited' && invitedContactIds.length === 0) {
    errors.push({
      path: 'invitedContactIds',
      message: 'Only invited contacts may redeem this: invite at least one.',
    })
  }
  if (redeemableBy === 'domains' && emailDomains.length === 0) {
    errors.push({ path: 'emailDomains', message: 'Name at least one domain, such as contoso.com.' })
  }
  if (redeemableBy !== 'domains' && emailDomains.length > 0) {
    errors.push({
      path: 'emailDomains',
      message: 'Domains count only when the invitation is redeemable by domains.',
    })
  }
  if (invitation.grantEndsAt !== null && invitation.grantLastsDays !== null) {
    errors.push({
      path: 'grantLastsDays',
      message: 'Give a day on which access ends or a number of days, not both.',
    })
  }
  const ends = invitation.grantEndsAt !== null ? 'grantEndsAt' : 'grantLastsDays'
  if (invitation[ends] !== null && invitation.webRoleIds.length === 0) {
    errors.push({
      path: ends,
      message: 'There is no web role that could end: choose one, or leave this empty.',
    })
  }
  return errors
}
