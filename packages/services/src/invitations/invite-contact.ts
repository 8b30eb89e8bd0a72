import { findInvitation } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { describeInvitation, type Invitation } from './describe.ts'
import { refuseUnknownInvitation } from './refuse-guarded.ts'
import { updateInvitation } from './update.ts'

const schema = v.strictObject({ id: idField, contactId: idField })

/** Invites one more contact to a Group; twice is like once. Refuses as `updateInvitation` does. Input: `{ id, contactId }`. */
export async function inviteContact({
  deps,
  actor,
  input,
}: Call): Promise<Result<Invitation, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.write')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const { id, contactId } = parsed.value
  const invitation = await findInvitation(deps.database, id)
  if (!invitation) return refuseUnknownInvitation()
  const { invitedContactIds } = invitation
  if (invitedContactIds.includes(contactId)) return ok(describeInvitation(invitation, deps.now()))
  return updateInvitation({
    deps,
    actor,
    input: { id, invitedContactIds: [...invitedContactIds, contactId] },
  })
}
