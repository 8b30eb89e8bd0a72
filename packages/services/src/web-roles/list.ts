import { findWebRoles, type Page, type WebRoleListItem, webRoleSorts } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'

export const listWebRolesSchema = v.strictObject({
  ...pageEntries(webRoleSorts, 'name'),
  websiteId: v.optional(idField),
})
export type ListWebRolesInput = v.InferInput<typeof listWebRolesSchema>

/** Web roles, by `name`, `websiteName`, `createdAt` or `updatedAt` (`-` descends). Input: `ListWebRolesInput`. */
export async function listWebRoles({
  deps,
  actor,
  input,
}: Call): Promise<Result<Page<WebRoleListItem>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(listWebRolesSchema, input)
  return parsed.ok
    ? answerPage(await findWebRoles(deps.database, { ...parsed.value, now: deps.now() }))
    : parsed
}
