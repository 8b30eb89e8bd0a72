import { type ContactListItem, contactSorts, findContacts, type Page } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'

export const listContactsSchema = v.strictObject({
  ...pageEntries(contactSorts, 'name'),
  accountId: v.optional(idField),
  webRoleId: v.optional(idField),
})
export type ListContactsInput = v.InferInput<typeof listContactsSchema>

/** Contacts, by `name`, `email`, `createdAt` or `updatedAt` (`-` descends). Input: `ListContactsInput`. */
export async function listContacts({
  deps,
  actor,
  input,
}: Call): Promise<Result<Page<ContactListItem>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(listContactsSchema, input)
  if (!parsed.ok) return parsed
  return answerPage(await findContacts(deps.database, { ...parsed.value, now: deps.now() }))
}
