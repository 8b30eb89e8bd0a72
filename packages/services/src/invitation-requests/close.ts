import {
  decideInvitationRequest,
  findInvitationRequest,
  invitationRequestIsOpen,
  type InvitationRequestListItem,
} from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless, staffUserIdOf } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { activityStatement, auditStatement } from '../records.ts'
import { refuseDecided, refuseUnknownRequest } from './refusals.ts'

const schema = v.strictObject({ id: idField })

/**
 * Closes a request without a new link: one for a link is refused, what was only told is noted. Nobody is mailed.
 * Refuses `conflict` when it has an answer already. Input: `{ id }`.
 */
export async function closeInvitationRequest({
  deps,
  actor,
  input,
}: Call): Promise<Result<InvitationRequestListItem, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.write')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const request = await findInvitationRequest(deps.database, id)
  if (!request) return refuseUnknownRequest()

  const isNewLink = request.kind === 'new_link'
  const decision = isNewLink ? 'refused' : 'noted'
  const written = await deps.database.write([
    invitationRequestIsOpen(id),
    decideInvitationRequest(deps.database, id, {
      decision,
      decidedAt: deps.now(),
      decidedById: staffUserIdOf(actor),
    }),
    ...(isNewLink
      ? [
          activityStatement(deps, {
            type: 'new_link_refused',
            invitationId: request.invitation.id,
            contactId: request.contact.id,
            subject: `${actor.name} gave no new link`,
            data: { requestId: id },
          }),
        ]
      : []),
    auditStatement(deps, actor, {
      action: 'invitation_request.closed',
      entityType: 'invitation_request',
      entityId: id,
      after: { decision },
    }),
  ])
  if (!written.ok) return refuseDecided()
  const after = await findInvitationRequest(deps.database, id)
  return after ? ok(after) : refuseUnknownRequest()
}
