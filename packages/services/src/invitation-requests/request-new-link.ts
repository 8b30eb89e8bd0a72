import { findInvitation, insertInvitationRequest, invitationRequestIsNew } from '@usher/database'
import { defaultWebsiteSettings, refusalOfInvitation } from '@usher/domain'
import { readStaffActor } from '../staff/read-actor.ts'
import type { Deps } from '../deps.ts'
import { activityStatement, auditStatement } from '../records.ts'
import type { PresentedInvitation } from '../redemptions/find-invitation.ts'
import { approveInvitationRequest } from './approve.ts'
import { findMeantContact, invitee } from './invitee.ts'

/**
 * Somebody holds a link that has expired or is used up, and asks for another. It can only ever be mailed to the address
 * the invitation was made for, so whoever holds the code may ask. Asking again while the first waits changes nothing.
 * @returns nothing: what comes of it is no business of who asks
 */
export async function requestNewLink({
  deps,
  input,
}: {
  deps: Deps
  input: PresentedInvitation
}): Promise<void> {
  const meant = await findMeantContact(deps, input)
  if (!meant?.contact.email) return
  const { invitation, contact } = meant
  const refusal = refusalOfInvitation(invitation, deps.now())
  const { newLinkRequests } = { ...defaultWebsiteSettings, ...invitation.website.settings }
  if (newLinkRequests === 'off' || (refusal !== 'invitation_expired' && refusal !== 'invitation_full')) return

  const id = deps.newId()
  const asked = { invitationId: invitation.id, contactId: contact.id, kind: 'new_link' } as const
  const written = await deps.database.write([
    invitationRequestIsNew(asked),
    insertInvitationRequest(deps.database, { ...asked, id, requestedAt: deps.now() }),
    activityStatement(deps, {
      type: 'new_link_requested',
      invitationId: invitation.id,
      contactId: contact.id,
      subject: `${contact.name} asked for a new link`,
      data: { requestId: id },
    }),
    auditStatement(deps, invitee, {
      action: 'invitation_request.created',
      entityType: 'invitation_request',
      entityId: id,
      after: { ...asked },
    }),
  ])
  if (!written.ok || newLinkRequests !== 'automatic' || refusal !== 'invitation_expired') return
  await approveByPolicy(deps, id, invitation.id)
}

/** The website answers in its owner's place, within what the owner may still grant. What it may not waits for staff. */
async function approveByPolicy(deps: Deps, id: string, invitationId: string) {
  const invitation = await findInvitation(deps.database, invitationId)
  const owner =
    invitation && (await readStaffActor({ deps, staffUserId: invitation.ownerId, ipAddress: null }))
  if (!owner) return
  const actor = { ...owner, name: `${owner.name} (by the website's policy)` }
  await approveInvitationRequest({ deps, actor, input: { id } })
}
