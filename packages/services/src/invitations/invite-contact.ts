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
export const inviteContact = (call: Call) =>
  changeInvited(call, (invited, contactId) =>
    invited.includes(contactId) ? invited : [...invited, contactId],
  )

/** Takes one contact out of those who are invited; what they redeemed stays. Refuses as `updateInvitation` does. Input: `{ id, contactId }`. */
export const uninviteContact = (call: Call) =>
  changeInvited(call, (invited, contactId) => invited.filter((id) => id !== contactId))

async function changeInvited(
  { deps, actor, input }: Call,
  change: (invited: string[], contactId: string) => string[],
): Promise<Result<Invitation, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.write')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const { id, contactId } = parsed.value
  const invitation = await findInvitation(deps.database, id)
  if (!invitation) return refuseUnknownInvitation()
  const invitedContactIds = change(invitation.invitedContactIds, contactId)
  if (invitedContactIds.length === invitation.invitedContactIds.length) {
    return ok(describeInvitation(invitation, deps.now()))
  }
  return updateInvitation({ deps, actor, input: { id, invitedContactIds } })
}
