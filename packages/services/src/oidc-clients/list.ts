import { findOidcClients, type OidcClientListItem, oidcClientSorts, type Page } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'

export const listOidcClientsSchema = v.strictObject({
  ...pageEntries(oidcClientSorts, 'name'),
  websiteId: v.optional(idField),
})
export type ListOidcClientsInput = v.InferInput<typeof listOidcClientsSchema>

/** Applications, of one website if asked, by `name`, `createdAt` or `updatedAt`. Input: `ListOidcClientsInput`. */
export async function listOidcClients({
  deps,
  actor,
  input,
}: Call): Promise<Result<Page<OidcClientListItem>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(listOidcClientsSchema, input)
  return parsed.ok ? answerPage(await findOidcClients(deps.database, parsed.value)) : parsed
}
