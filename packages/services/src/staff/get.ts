import { findStaffUser, type StaffListItem } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'

export type StaffUser = StaffListItem & { grantableWebRoleIds: string[] }

const schema = v.strictObject({ id: idField })

/** A staff user with their ceiling. Input: `{ id }`. */
export async function getStaffUser({
  deps,
  actor,
  input,
}: Call): Promise<Result<StaffUser, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const found = await findStaffUser(deps.database, parsed.value.id)
  return found ? ok(found) : refuseUnknownStaff()
}

export const refuseUnknownStaff = () => refuse('not_found', { detail: 'There is no such staff user.' })

export const refuseLastOwner = () =>
  refuse('conflict', {
    detail: 'This is the last owner who can sign in. Make somebody else an owner first.',
  })
