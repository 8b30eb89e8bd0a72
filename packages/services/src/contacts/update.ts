import {
  accountExists,
  contactEmailIsFree,
  findContact,
  isUnchanged,
  schema,
  updateContactRow,
} from '@usher/database'
import { type ManagementRefusal, normaliseEmailAddress, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { differenceOf } from '../difference.ts'
import { idField } from '../fields.ts'
import { parseInput, refuseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { contactFields, isSomebody, nobodyError } from './fields.ts'
import { type Contact, getContact } from './get.ts'
import { refuseContactGuard, refuseUnknownContact } from './refusals.ts'

export const updateContactSchema = v.strictObject({
  id: idField,
  ...v.partial(v.strictObject(contactFields)).entries,
})
export type UpdateContactInput = v.InferInput<typeof updateContactSchema>

/** Changes the fields that are given; `null` empties one. Input: `UpdateContactInput`. */
export async function updateContact({
  deps,
  actor,
  input,
}: Call): Promise<Result<Contact, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'contacts.write')
  if (forbidden) return forbidden
  const parsed = parseInput(updateContactSchema, input)
  if (!parsed.ok) return parsed
  const { id, ...changes } = parsed.value
  const contact = await findContact(deps.database, id)
  if (!contact) return refuseUnknownContact()
  if (!isSomebody({ ...contact, ...changes })) return refuseInput(nobodyError)
  const difference = differenceOf(contact, changes)
  if (!difference) return getContact({ deps, actor, input: { id } })

  const emailNormalised = changes.email && normaliseEmailAddress(changes.email)
  const written = await deps.database.write([
    isUnchanged(schema.contacts, contact),
    ...(changes.accountId ? [accountExists(changes.accountId)] : []),
    ...(emailNormalised ? [contactEmailIsFree(emailNormalised, id)] : []),
    updateContactRow(deps.database, id, {
      ...changes,
      ...(emailNormalised === undefined ? {} : { emailNormalised }),
      updatedAt: deps.now(),
    }),
    auditStatement(deps, actor, {
      action: 'contact.updated',
      entityType: 'contact',
      entityId: id,
      ...difference,
    }),
  ])
  return written.ok ? getContact({ deps, actor, input: { id } }) : refuseContactGuard(written.guard)
}
