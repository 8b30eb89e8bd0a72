import { deleteStaffSessions, findActiveStaffUser, findStaffUser, removeTwoFactor } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import type { Deps } from '../deps.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { getStaffUser, refuseUnknownStaff, type StaffUser } from './get.ts'
import { staffLinkStatements } from './link.ts'

const schema = v.strictObject({ id: idField })

/** Mails somebody another one-time link: to join while they have no password, else to choose a new one. Owners only. Input: `{ id }`. */
export async function sendStaffLink({
  deps,
  actor,
  input,
}: Call): Promise<Result<StaffUser, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'staff.write')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const user = await findStaffUser(deps.database, parsed.value.id)
  if (!user) return refuseUnknownStaff()
  if (user.deactivatedAt) {
    return refuse('conflict', { detail: `${user.name} is deactivated. Activate them first.` })
  }
  const kind = user.hasJoined ? 'password_reset' : 'invitation'
  await deps.database.write([
    ...(await staffLinkStatements(deps, user, kind, actor)),
    auditStatement(deps, actor, {
      action: 'staff.link_sent',
      entityType: 'staff_user',
      entityId: user.id,
      after: { kind },
    }),
  ])
  deps.onJobsWritten?.()
  return ok(user)
}

/**
 * Mails a link to who forgot their password, if there is such a staff user; the answer is the same if there is none.
 * How often somebody may ask is for the caller to say.
 */
export async function requestStaffPasswordReset({
  deps,
  input,
}: {
  deps: Deps
  input: { email: string; ipAddress: string | null }
}): Promise<void> {
  const user = await findActiveStaffUser(deps.database, { email: input.email.trim().toLowerCase() })
  const details = user && (await findStaffUser(deps.database, user.id))
  if (!user || !details?.hasJoined) return
  const { id, name, role, grantableWebRoleIds } = user
  const actor = { kind: 'staff', id, name, role, grantableWebRoleIds, ipAddress: input.ipAddress } as const
  await deps.database.write([
    ...(await staffLinkStatements(deps, user, 'password_reset', null)),
    auditStatement(deps, actor, {
      action: 'staff.reset_requested',
      entityType: 'staff_user',
      entityId: id,
    }),
  ])
  deps.onJobsWritten?.()
}

/** For who lost their telephone: they sign in with the password alone, and are signed out everywhere. Owners only. Input: `{ id }`. */
export async function removeStaffTwoFactor({
  deps,
  actor,
  input,
}: Call): Promise<Result<StaffUser, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'staff.write')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const user = await findStaffUser(deps.database, parsed.value.id)
  if (!user) return refuseUnknownStaff()
  await deps.database.write([
    ...removeTwoFactor(user.id, deps.now()),
    deleteStaffSessions(user.id),
    auditStatement(deps, actor, {
      action: 'staff.two_factor_removed',
      entityType: 'staff_user',
      entityId: user.id,
    }),
  ])
  return getStaffUser({ deps, actor, input: { id: user.id } })
}
