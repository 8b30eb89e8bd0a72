import { inviteeUserExists, isInvitedAddress } from '@usher/database'
import { admitsDomain, normaliseEmailAddress } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { findInvitation, type PresentedInvitation } from '../redemptions/find-invitation.ts'

/**
 * Whether a six-digit code may be mailed to an address: when somebody signs in with it; when the invitation presented
 * was made for it; when the invitation is for anyone, or for its domain. Everybody else is left alone.
 */
export async function mayReceiveEmailCode({
  deps,
  input: { email, invitation: presented, registrationEnabled, isOpen = false },
}: {
  deps: Deps
  input: {
    email: string
    invitation: PresentedInvitation | null
    registrationEnabled: boolean
    /** The website lets strangers become known to it. */
    isOpen?: boolean
  }
}): Promise<boolean> {
  const address = normaliseEmailAddress(email)
  if (isOpen || (await inviteeUserExists(deps.database, address))) return true
  const found = presented && registrationEnabled ? await findInvitation(deps, presented) : null
  if (!found) return false
  const { invitation } = found
  if (invitation.redeemableBy === 'anyone') return true
  if (invitation.redeemableBy === 'domains' && admitsDomain(invitation.emailDomains, address)) return true
  return isInvitedAddress(deps.database, invitation.id, address)
}
