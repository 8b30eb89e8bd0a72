import { deleteInvitationRow, findInvitation, invitationIsUntouched } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { refuseUnknownInvitation } from './refuse-guarded.ts'

const schema = v.strictObject({ id: idField })

/** Deletes an invitation that was never sent nor redeemed; `conflict` otherwise: deactivate it. Input: `{ id }`. */
export async function deleteInvitation({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ id: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.write')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const before = await findInvitation(deps.database, id)
  if (!before) return refuseUnknownInvitation()

  const written = await deps.database.write([
    invitationIsUntouched(id),
    ...deleteInvitationRow(deps.database, id),
    auditStatement(deps, actor, {
      action: 'invitation.deleted',
      entityType: 'invitation',
      entityId: id,
      before,
    }),
  ])
  if (written.ok) return ok({ id })
  return refuse('conflict', {
    detail: `${before.name} has been sent or redeemed, and that stays on record. Deactivate it instead: nobody can redeem it then.`,
  })
}
