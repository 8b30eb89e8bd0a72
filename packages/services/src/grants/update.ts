import { findGrant, findWebsite, type GrantListItem, grantIsAsRead, updateGrantRow } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseGranting, refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField, orNull } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { activityStatement, auditStatement } from '../records.ts'
import { readGrantEnd } from './read-end.ts'
import { refuseChangedGrant, refuseTakenBack, refuseUnknownGrant } from './refusals.ts'

export const updateGrantSchema = v.strictObject({
  id: idField,
  endsAt: v.pipe(orNull(v.string()), v.description('When it ends, such as `2030-12-31`; null: it does not.')),
})
export type UpdateGrantInput = v.InferInput<typeof updateGrantSchema>

/** Changes when access ends; one that has ended begins again. To prolong is to give: the ceiling counts. */
export async function updateGrant({
  deps,
  actor,
  input,
}: Call): Promise<Result<GrantListItem, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.write')
  if (forbidden) return forbidden
  const parsed = parseInput(updateGrantSchema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const now = deps.now()
  const grant = await findGrant(deps.database, id, now)
  if (!grant) return refuseUnknownGrant()
  if (grant.revokedAt) return refuseTakenBack()
  const ungrantable = refuseGranting(actor, [grant.webRole.id])
  if (ungrantable) return ungrantable
  const website = await findWebsite(deps.database, grant.website.id)
  const end = readGrantEnd(parsed.value.endsAt, { timeZone: website?.timeZone ?? 'UTC', now })
  if (!end.ok) return end
  const endsAt = end.value
  if (endsAt?.getTime() === grant.endsAt?.getTime()) return ok(grant)

  const written = await deps.database.write([
    grantIsAsRead(grant),
    updateGrantRow(deps.database, id, { endsAt }),
    activityStatement(deps, {
      type: 'role_changed',
      contactId: grant.contact.id,
      subject: `End of ${grant.webRole.name} changed by ${actor.name}`,
      data: { grantId: id },
    }),
    auditStatement(deps, actor, {
      action: 'grant.updated',
      entityType: 'grant',
      entityId: id,
      before: { contactId: grant.contact.id, webRoleId: grant.webRole.id, endsAt: grant.endsAt },
      after: { endsAt },
    }),
  ])
  if (!written.ok) return refuseChangedGrant()
  const after = await findGrant(deps.database, id, now)
  return after ? ok(after) : refuseUnknownGrant()
}
