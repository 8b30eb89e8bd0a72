import type { RedeemableInvitation } from '@usher/database'
import {
  defaultWebsiteSettings,
  fullName,
  type InvitationRefusal,
  type InvitationType,
  maskEmailAddress,
  type RedeemablePolicy,
  type RedemptionRefusal,
  type Result,
  ok,
  refusalOfInvitation,
  refuse,
  seatsLeft,
  type WebsiteSettings,
} from '@usher/domain'
import type { Deps } from '../deps.ts'
import { explainRefusal } from './explain-refusal.ts'
import { findInvitation, type FoundInvitation, type PresentedInvitation } from './find-invitation.ts'

/** What the holder of a genuine code may know before anybody has signed in. */
export type InvitationPreview = {
  invitationId: string
  website: Omit<RedeemableInvitation['website'], 'settings'> & { settings: WebsiteSettings }
  type: InvitationType
  /** In whose name the invitation speaks: the inviter, else its sender. */
  inviter: string
  message: string | null
  offers: {
    webRoles: { id: string; name: string; description: string | null; endsAt: Date | null }[]
    account: { id: string; name: string } | null
  }
  redeemableBy: RedeemablePolicy
  emailDomains: string[]
  /** The one way in that it asks for; null: any that the website offers. */
  identityProviderId: string | null
  /** Who it is meant for. Address and first name only for the reader of that mailbox. */
  recipient: {
    maskedEmail: string | null
    email: string | null
    firstName: string | null
    lastName: string | null
    locale: string | null
    timeZone: string | null
    /** Somebody signs in with this address: told only to the reader of that mailbox. */
    hasAccount: boolean
  } | null
  hasRecipientProof: boolean
  expiresAt: Date | null
  seatsLeft: number | null
  refusal: InvitationRefusal | null
  /** What is known of who is signed in; `null` when nobody is. Advice for the page: the claim decides. */
  asker: { hasRedeemed: boolean; refusal: RedemptionRefusal | null } | null
}

/** One read, nothing changed. Refuses `invitation_unknown` for anything that is no genuine code. */
export async function previewInvitation({
  deps,
  input,
}: {
  deps: Deps
  input: PresentedInvitation & {
    userId?: string | null | undefined
    signedInWith?: string | null | undefined
  }
}): Promise<Result<InvitationPreview, RedemptionRefusal>> {
  const found = await findInvitation(deps, input, input.userId ?? null)
  if (!found) return refuse('invitation_unknown')
  return ok(describePreview(deps, found, input.signedInWith ?? null))
}

/** What a found invitation shows. */
export function describePreview(
  deps: Deps,
  found: FoundInvitation,
  signedInWith: string | null,
): InvitationPreview {
  const { invitation, provenContactId } = found
  const hasRecipientProof = provenContactId !== null
  const recipient = invitation.recipient?.isRecipient ? invitation.recipient : null
  return {
    invitationId: invitation.id,
    website: {
      ...invitation.website,
      settings: { ...defaultWebsiteSettings, ...invitation.website.settings },
    },
    type: invitation.type,
    inviter: invitation.inviter ? fullName(invitation.inviter) : invitation.ownerName,
    message: invitation.message,
    offers: { webRoles: invitation.webRoles, account: invitation.account },
    redeemableBy: invitation.redeemableBy,
    emailDomains: invitation.emailDomains,
    identityProviderId: invitation.identityProviderId,
    // A Group proof may name anybody; without a genuine one a Group has no recipient to speak of.
    recipient:
      recipient && (hasRecipientProof || invitation.type === 'single')
        ? {
            maskedEmail: recipient.email && maskEmailAddress(recipient.email),
            email: hasRecipientProof ? recipient.email : null,
            firstName: hasRecipientProof ? recipient.firstName : null,
            lastName: hasRecipientProof ? recipient.lastName : null,
            locale: recipient.locale,
            timeZone: recipient.timeZone,
            hasAccount: hasRecipientProof && recipient.hasAccount,
          }
        : null,
    hasRecipientProof,
    expiresAt: invitation.expiresAt,
    seatsLeft: seatsLeft(invitation),
    refusal: refusalOfInvitation(invitation, deps.now()),
    asker: invitation.asker && {
      hasRedeemed: invitation.asker.hasRedeemed,
      refusal: explainRefusal(deps, found, signedInWith),
    },
  }
}
