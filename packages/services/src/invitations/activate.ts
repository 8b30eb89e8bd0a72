import { findInvitation, invitationGivesOnly, invitationIsInactive, setDeactivatedAt } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseGranting, refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { activityStatement, auditStatement } from '../records.ts'
import { describeInvitation, type Invitation } from './describe.ts'
import { refuseGuarded, refuseUnknownInvitation } from './refuse-guarded.ts'

const schema = v.strictObject({ id: idField })

/**
 * Takes back a deactivation; twice is like once. Input: `{ id }`.
 * To activate is to give: the actor must be allowed to grant all web roles of the invitation.
 */
export async function activateInvitation({
  deps,
  actor,
  input,
}: Call): Promise<Result<Invitation, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.write')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const before = await findInvitation(deps.database, id)
  if (!before) return refuseUnknownInvitation()
  const ungrantable = refuseGranting(actor, before.webRoleIds)
  if (ungrantable) return ungrantable

  const now = deps.now()
  const written = await deps.database.write([
    invitationIsInactive(id),
    invitationGivesOnly(id, before.webRoleIds),
    setDeactivatedAt(deps.database, id, null, now),
    activityStatement(deps, {
      type: 'invitation_activated',
      invitationId: id,
      subject: `Invitation activated: ${before.name}`,
      data: { by: actor.name },
    }),
    auditStatement(deps, actor, { action: 'invitation.activated', entityType: 'invitation', entityId: id }),
  ])
  if (!written.ok && written.guard === 'changed') return refuseGuarded('changed')
  const after = await findInvitation(deps.database, id)
  return after ? ok(describeInvitation(after, now)) : refuseUnknownInvitation()
}
