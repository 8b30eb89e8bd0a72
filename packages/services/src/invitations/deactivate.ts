import { findInvitation, invitationIsActive, setDeactivatedAt } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { activityStatement, auditStatement } from '../records.ts'
import { describeInvitation, type Invitation } from './describe.ts'
import { refuseUnknownInvitation } from './refuse-guarded.ts'

const schema = v.strictObject({ id: idField })

/**
 * Nobody can redeem it from the moment this returns. Twice is like once. Input: `{ id }`.
 * Whoever may write invitations may stop any, also one that gives what they may not grant.
 */
export async function deactivateInvitation({
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

  const now = deps.now()
  // Already inactive: the guard keeps a second line from the timeline and the audit.
  await deps.database.write([
    invitationIsActive(id),
    setDeactivatedAt(deps.database, id, now, now),
    activityStatement(deps, {
      type: 'invitation_deactivated',
      invitationId: id,
      subject: `Invitation deactivated: ${before.name}`,
      data: { by: actor.name },
    }),
    auditStatement(deps, actor, { action: 'invitation.deactivated', entityType: 'invitation', entityId: id }),
  ])
  const after = await findInvitation(deps.database, id)
  return after ? ok(describeInvitation(after, now)) : refuseUnknownInvitation()
}
