import { normaliseEmailAddress, type RedemptionRefusal, refusalOf } from '@usher/domain'
import type { Deps } from '../deps.ts'
import type { FoundInvitation } from './find-invitation.ts'

/** Why the asking user cannot redeem the invitation they found; `null` when there is no reason. */
export function explainRefusal(
  deps: Deps,
  { invitation, provenContactId }: FoundInvitation,
  signedInWith: string | null = null,
): RedemptionRefusal | null {
  const asker = invitation.asker
  if (!asker) return 'not_signed_in'
  if (asker.isContactTaken) return 'wrong_recipient'
  const contactId = asker.contactId ?? provenContactId
  const recipient = invitation.recipient?.isRecipient ? invitation.recipient : null
  if (contactId !== null && contactId === recipient?.id && recipient.isTaken) return 'wrong_recipient'
  const isInvited = contactId === asker.contactId ? asker.isInvited : contactId === recipient?.id
  const refusal = refusalOf(
    {
      ...invitation,
      invitedContactIds: isInvited && contactId ? [contactId] : [],
      invitedEmails: recipient?.email ? [normaliseEmailAddress(recipient.email)] : [],
    },
    { email: asker.email, emailVerified: asker.emailVerified, contactId },
    deps.now(),
  )
  const { identityProviderId: needed } = invitation
  return refusal ?? (needed && needed !== signedInWith ? 'other_sign_in_needed' : null)
}
