import { declineRecipient, insertInvitationRequest, invitationRequestIsNew } from '@usher/database'
import { refusalOfInvitation } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { activityStatement, auditStatement } from '../records.ts'
import type { PresentedInvitation } from '../redemptions/find-invitation.ts'
import { findMeantContact, invitee } from './invitee.ts'

/**
 * The invitee does not want it, or says that it was not made for them. Its owner is told, and it is mailed to them no
 * more; the code goes on working, so that a slip of the finger costs nothing.
 */
export async function declineInvitation({
  deps,
  input: { kind, ...presented },
}: {
  deps: Deps
  input: PresentedInvitation & { kind: 'declined' | 'not_me' }
}): Promise<void> {
  const meant = await findMeantContact(deps, presented)
  if (!meant || refusalOfInvitation(meant.invitation, deps.now())) return
  const { invitation, contact } = meant
  const id = deps.newId()
  const told = { invitationId: invitation.id, contactId: contact.id, kind }
  await deps.database.write([
    invitationRequestIsNew(told),
    declineRecipient(deps.database, told, deps.now()),
    insertInvitationRequest(deps.database, { ...told, id, requestedAt: deps.now() }),
    activityStatement(deps, {
      type: 'invitation_declined',
      invitationId: invitation.id,
      contactId: contact.id,
      subject:
        kind === 'declined'
          ? `${contact.name} declined the invitation`
          : `Whoever opened the invitation is not ${contact.name}`,
      data: { requestId: id },
    }),
    auditStatement(deps, invitee, {
      action: 'invitation_request.created',
      entityType: 'invitation_request',
      entityId: id,
      after: { ...told },
    }),
  ])
}
