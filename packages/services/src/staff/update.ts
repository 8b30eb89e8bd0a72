import {
  findStaffUser,
  isUnchanged,
  otherOwnerExists,
  replaceGrantableWebRoles,
  schema as tables,
  updateStaffUserRow,
} from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { differenceOf } from '../difference.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { staffFields } from './fields.ts'
import { getStaffUser, refuseLastOwner, refuseUnknownStaff, type StaffUser } from './get.ts'

export const updateStaffSchema = v.strictObject({
  id: idField,
  name: v.optional(staffFields.name),
  role: v.optional(staffFields.role),
  grantableWebRoleIds: v.optional(staffFields.grantableWebRoleIds),
})
export type UpdateStaffInput = v.InferInput<typeof updateStaffSchema>

/**
 * Changes name, role and ceiling, at once for sessions and API keys that are there, and for what their invitations still
 * give. Owners only; the last of them stays one. Input: `UpdateStaffInput`.
 */
export async function updateStaff({
  deps,
  actor,
  input,
}: Call): Promise<Result<StaffUser, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'staff.write')
  if (forbidden) return forbidden
  const parsed = parseInput(updateStaffSchema, input)
  if (!parsed.ok) return parsed
  const { id, grantableWebRoleIds, ...values } = parsed.value
  const before = await findStaffUser(deps.database, id)
  if (!before) return refuseUnknownStaff()
  const ceiling = grantableWebRoleIds && [...new Set(grantableWebRoleIds)].sort()
  const difference = differenceOf(before, {
    ...values,
    ...(ceiling ? { grantableWebRoleIds: ceiling } : {}),
  })
  if (!difference) return ok(before)
  const isDemoted = before.role === 'owner' && values.role !== undefined && values.role !== 'owner'

  const written = await deps.database.write([
    isUnchanged(tables.staffUsers, before),
    ...(isDemoted ? [otherOwnerExists(id)] : []),
    updateStaffUserRow(deps.database, id, { ...values, updatedAt: deps.now() }),
    ...(ceiling ? replaceGrantableWebRoles(id, ceiling) : []),
    auditStatement(deps, actor, {
      action: 'staff.updated',
      entityType: 'staff_user',
      entityId: id,
      ...difference,
    }),
  ])
  if (!written.ok) {
    return written.guard === 'last_owner'
      ? refuseLastOwner()
      : refuse('conflict', { detail: 'Somebody changed this just now. Look at it again, then change it.' })
  }
  return getStaffUser({ deps, actor, input: { id } })
}
