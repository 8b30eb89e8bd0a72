import { findGrant, type GrantListItem, grantIsAsRead, updateGrantRow } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseGranting, refuseUnless, staffUserIdOf } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { activityStatement, auditStatement } from '../records.ts'
import { refuseChangedGrant, refuseTakenBack, refuseUnknownGrant } from './refusals.ts'

const schema = v.strictObject({ id: idField })

/**
 * Takes one grant back, whether it was given by hand or by a redemption, which itself stands. Whoever may grant the role
 * may take it back. What else gives the same role goes on. Input: `{ id }`.
 */
export async function revokeGrant({
  deps,
  actor,
  input,
}: Call): Promise<Result<GrantListItem, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.write')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const now = deps.now()
  const grant = await findGrant(deps.database, id, now)
  if (!grant) return refuseUnknownGrant()
  if (grant.revokedAt) return refuseTakenBack()
  const ungrantable = refuseGranting(actor, [grant.webRole.id])
  if (ungrantable) return ungrantable

  const written = await deps.database.write([
    grantIsAsRead(grant),
    updateGrantRow(deps.database, id, { revokedAt: now, revokedById: staffUserIdOf(actor) }),
    activityStatement(deps, {
      type: 'role_revoked',
      contactId: grant.contact.id,
      subject: `${grant.webRole.name} taken back by ${actor.name}`,
      data: { grantId: id },
    }),
    auditStatement(deps, actor, {
      action: 'grant.revoked',
      entityType: 'grant',
      entityId: id,
      before: { contactId: grant.contact.id, webRoleId: grant.webRole.id, endsAt: grant.endsAt },
    }),
  ])
  if (!written.ok) return refuseChangedGrant()
  const after = await findGrant(deps.database, id, now)
  return after ? ok(after) : refuseUnknownGrant()
}
