import { fullName } from '@usher/domain'
import type { Actor } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { findInvitation, type PresentedInvitation } from '../redemptions/find-invitation.ts'

/** In whose name the audit speaks: nobody of the house did it. */
export const invitee = { kind: 'system', name: 'Invitee' } as const satisfies Actor

/**
 * Whom the presented invitation was made for: the contact of a Single, or whose mailed link it is. `null` for whoever
 * holds no genuine code, and for a Group opened by a link that was mailed to nobody.
 */
export async function findMeantContact(deps: Deps, presented: PresentedInvitation) {
  const found = await findInvitation(deps, presented)
  const recipient = found?.invitation.recipient
  if (!found || !recipient?.isRecipient) return null
  if (found.invitation.type === 'group' && !found.provenContactId) return null
  return { invitation: found.invitation, contact: { ...recipient, name: fullName(recipient) } }
}
