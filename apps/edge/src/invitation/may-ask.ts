import type { InvitationPreview } from '@usher/services'

/** A new link is offered where the old one is over or used up, to go to the one address it was made for. */
export const mayAskForNewLink = ({ refusal, recipient, website }: InvitationPreview): boolean =>
  (refusal === 'invitation_expired' || refusal === 'invitation_full') &&
  website.settings.newLinkRequests !== 'off' &&
  Boolean(recipient?.maskedEmail)
