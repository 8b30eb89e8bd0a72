import {
  decideInvitationRequest,
  findActiveStaffUser,
  findInvitation,
  findInvitationRequest,
  type InvitationRecord,
  invitationRequestIsOpen,
  type InvitationRequestListItem,
  sendInvitationIsActivated,
} from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless, staffUserIdOf } from '../actor.ts'
import type { Call } from '../call.ts'
import type { Deps } from '../deps.ts'
import { idField } from '../fields.ts'
import { createInvitation, type NewInvitationInput } from '../invitations/create.ts'
import { parseInput } from '../parse-input.ts'
import { activityStatement, auditStatement } from '../records.ts'
import { sendInvitations } from '../sends/create.ts'
import { exclusionReasonTexts } from '../sends/exclusion.ts'
import { findSuppressed } from '../suppressions/find-suppressed.ts'
import { refuseUnknownRequest } from './refusals.ts'

const schema = v.strictObject({ id: idField })
const day = 24 * 60 * 60 * 1000

/**
 * Gives a new link: a Single invitation for the very contact, with what the old one gives, open as long as that one was,
 * mailed to their primary address. The actor must be allowed to grant what it gives.
 * Refuses `conflict` when it has an answer already or mails are stopped, and what creating an invitation refuses.
 * Input: `{ id }`.
 */
export async function approveInvitationRequest({
  deps,
  actor,
  input,
}: Call): Promise<Result<InvitationRequestListItem, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.write') ?? refuseUnless(actor, 'invitations.send')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const request = await findInvitationRequest(deps.database, id)
  const invitation = request && (await findInvitation(deps.database, request.invitation.id))
  if (!request || !invitation) return refuseUnknownRequest()
  if (request.kind !== 'new_link') {
    return refuse('conflict', { detail: 'Nobody asked for a link here. Note it instead.' })
  }

  const unmailable = await refuseUnmailable(deps, request)
  if (unmailable) return unmailable

  const created = await createInvitation({
    deps,
    actor,
    input: await copyFor(deps, invitation, request.contact.id),
    alongside: (newInvitationId) => [
      invitationRequestIsOpen(id),
      { ...sendInvitationIsActivated(), guard: 'send_workflow' },
      decideInvitationRequest(deps.database, id, {
        decision: 'approved',
        decidedAt: deps.now(),
        decidedById: staffUserIdOf(actor),
        newInvitationId,
      }),
      activityStatement(deps, {
        type: 'new_link_given',
        invitationId: invitation.id,
        contactId: request.contact.id,
        subject: `${actor.name} gave a new link`,
        data: { requestId: id, newInvitationId },
      }),
      auditStatement(deps, actor, {
        action: 'invitation_request.approved',
        entityType: 'invitation_request',
        entityId: id,
        after: { decision: 'approved', newInvitationId },
      }),
    ],
  })
  if (!created.ok) return created
  // The request names the send: whoever asks for the same again sends nothing twice.
  const sent = await sendInvitations({
    deps,
    actor,
    input: { invitationIds: [created.value.id], sendId: id },
  })
  if (!sent.ok) return sent
  const [excluded] = sent.value.excluded
  if (excluded) {
    const why = exclusionReasonTexts[excluded.reason]
    return refuse('conflict', {
      detail: `The new invitation is there, but was not mailed: ${why}. Send it from its own page.`,
    })
  }
  const after = await findInvitationRequest(deps.database, id)
  return after ? ok(after) : refuseUnknownRequest()
}

/** A new link that nobody would be mailed is none. */
async function refuseUnmailable(deps: Deps, { contact, website }: InvitationRequestListItem) {
  if (!contact.email) {
    return refuse('conflict', {
      detail: 'The contact has no primary e-mail any more. Add one, then try again.',
    })
  }
  const suppressionOf = await findSuppressed(deps, [contact.email])
  if (!suppressionOf(contact.email, website.id)) return null
  return refuse('conflict', {
    detail: 'This address is not mailed any more; see Suppressions. Take it off the list first, or refuse.',
  })
}

async function copyFor(deps: Deps, old: InvitationRecord, contactId: string): Promise<NewInvitationInput> {
  const owner = await findActiveStaffUser(deps.database, { id: old.ownerId })
  return {
    name: `${old.name.slice(0, 180)} (new link)`,
    type: 'single',
    websiteId: old.websiteId,
    invitedContactIds: [contactId],
    ownerId: owner?.id ?? null,
    inviterContactId: old.inviterContactId,
    expiresAt: expiryOf(old, deps.now())?.toISOString() ?? null,
    assignToAccountId: old.assignToAccountId,
    redemptionWorkflowId: old.redemptionWorkflowId,
    identityProviderId: old.identityProviderId,
    webRoleIds: old.webRoleIds,
    grantEndsAt: old.grantEndsAt?.toISOString() ?? null,
    grantLastsDays: old.grantLastsDays,
    message: old.message,
  }
}

/** As long as the old one was open; one that is full but not over keeps its end. */
function expiryOf({ createdAt, expiresAt }: InvitationRecord, now: Date): Date | null {
  if (!expiresAt || expiresAt > now) return expiresAt
  return new Date(now.getTime() + Math.max(day, expiresAt.getTime() - createdAt.getTime()))
}
