import { findStaffUsers, type Page, type StaffListItem, staffSorts } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'

export const listStaffSchema = v.strictObject(pageEntries(staffSorts, 'name'))
export type ListStaffInput = v.InferInput<typeof listStaffSchema>

/** Staff users, by `name`, `email` or `createdAt` (`-` descends). Everybody may see who owns invitations. */
export async function listStaff({
  deps,
  actor,
  input,
}: Call): Promise<Result<Page<StaffListItem>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(listStaffSchema, input)
  return parsed.ok ? answerPage(await findStaffUsers(deps.database, parsed.value)) : parsed
}
