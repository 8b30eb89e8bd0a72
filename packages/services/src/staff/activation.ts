import {
  deleteStaffSessions,
  findStaffUser,
  otherOwnerExists,
  updateStaffUserRow,
  useStaffLinks,
} from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { getStaffUser, refuseLastOwner, refuseUnknownStaff, type StaffUser } from './get.ts'

const schema = v.strictObject({ id: idField })

/** Nobody signs in as them any more: their sessions, links and API keys end at once. The last owner stays. Input: `{ id }`. */
export async function deactivateStaff({
  deps,
  actor,
  input,
}: Call): Promise<Result<StaffUser, ManagementRefusal>> {
  const found = await findChanged({ deps, actor, input })
  if (!found.ok || found.value.deactivatedAt) return found
  const { id } = found.value
  const now = deps.now()
  const written = await deps.database.write([
    otherOwnerExists(id),
    updateStaffUserRow(deps.database, id, { deactivatedAt: now, updatedAt: now }),
    deleteStaffSessions(id),
    useStaffLinks(deps.database, id, now),
    auditStatement(deps, actor, { action: 'staff.deactivated', entityType: 'staff_user', entityId: id }),
  ])
  return written.ok ? getStaffUser({ deps, actor, input: { id } }) : refuseLastOwner()
}

/** They can sign in again, as before. Input: `{ id }`. */
export async function activateStaff({
  deps,
  actor,
  input,
}: Call): Promise<Result<StaffUser, ManagementRefusal>> {
  const found = await findChanged({ deps, actor, input })
  if (!found.ok || !found.value.deactivatedAt) return found
  const { id } = found.value
  await deps.database.write([
    updateStaffUserRow(deps.database, id, { deactivatedAt: null, updatedAt: deps.now() }),
    auditStatement(deps, actor, { action: 'staff.activated', entityType: 'staff_user', entityId: id }),
  ])
  return getStaffUser({ deps, actor, input: { id } })
}

async function findChanged({ deps, actor, input }: Call): Promise<Result<StaffUser, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'staff.write')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const found = await findStaffUser(deps.database, parsed.value.id)
  return found ? ok(found) : refuseUnknownStaff()
}
