import { findGrants, type GrantListItem, grantSorts, grantStates, type Page } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'

const { search: _, ...page } = pageEntries(grantSorts, '-grantedAt')
export const listGrantsSchema = v.strictObject({
  ...page,
  contactId: v.optional(idField),
  webRoleId: v.optional(idField),
  state: v.optional(v.picklist(grantStates)),
})
export type ListGrantsInput = v.InferInput<typeof listGrantsSchema>

/** Web roles that contacts have or had, each with where it comes from, newest first. Input: `ListGrantsInput`. */
export async function listGrants({
  deps,
  actor,
  input,
}: Call): Promise<Result<Page<GrantListItem>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(listGrantsSchema, input)
  if (!parsed.ok) return parsed
  return answerPage(await findGrants(deps.database, { ...parsed.value, search: '', now: deps.now() }))
}
