import { insertInvitedStaffUser, replaceGrantableWebRoles, staffEmailIsFree } from '@usher/database'
import { type ManagementRefusal, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { staffFields } from './fields.ts'
import { getStaffUser, type StaffUser } from './get.ts'
import { staffLinkStatements } from './link.ts'

export const inviteStaffSchema = v.strictObject({
  name: staffFields.name,
  email: staffFields.email,
  role: staffFields.role,
  grantableWebRoleIds: v.optional(staffFields.grantableWebRoleIds, []),
})
export type InviteStaffInput = v.InferInput<typeof inviteStaffSchema>

/** Adds a staff user, who chooses their password by a one-time link in their mailbox. Owners only. Input: `InviteStaffInput`. */
export async function inviteStaff({
  deps,
  actor,
  input,
}: Call): Promise<Result<StaffUser, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'staff.write')
  if (forbidden) return forbidden
  const parsed = parseInput(inviteStaffSchema, input)
  if (!parsed.ok) return parsed
  const { name, email, role, grantableWebRoleIds } = parsed.value
  const id = deps.newId()
  const now = deps.now()
  const user = { id, name, email, role }
  const written = await deps.database.write([
    staffEmailIsFree(email),
    insertInvitedStaffUser(deps.database, { ...user, emailVerified: true, createdAt: now, updatedAt: now }),
    ...replaceGrantableWebRoles(id, grantableWebRoleIds),
    ...(await staffLinkStatements(deps, user, 'invitation', actor)),
    auditStatement(deps, actor, {
      action: 'staff.invited',
      entityType: 'staff_user',
      entityId: id,
      after: { name, email, role, grantableWebRoleIds },
    }),
  ])
  if (!written.ok) {
    const message = 'There is a staff user with this e-mail. Use another address.'
    return refuse('conflict', { detail: message, errors: [{ path: 'email', message }] })
  }
  deps.onJobsWritten?.()
  return getStaffUser({ deps, actor, input: { id } })
}
