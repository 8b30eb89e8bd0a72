import { accountExists, contactEmailIsFree, schema } from '@usher/database'
import { fullName, type ManagementRefusal, normaliseEmailAddress, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { parseInput, refuseInput } from '../parse-input.ts'
import { activityStatement, auditStatement } from '../records.ts'
import { contactFields, isSomebody, nobodyError } from './fields.ts'
import { type Contact, getContact } from './get.ts'
import { refuseContactGuard } from './refusals.ts'

export const createContactSchema = v.strictObject({
  firstName: v.optional(contactFields.firstName, null),
  lastName: v.optional(contactFields.lastName, null),
  email: v.optional(contactFields.email, null),
  email2: v.optional(contactFields.email2, null),
  email3: v.optional(contactFields.email3, null),
  accountId: v.optional(contactFields.accountId, null),
  locale: v.optional(contactFields.locale, null),
  timeZone: v.optional(contactFields.timeZone, null),
})
export type CreateContactInput = v.InferInput<typeof createContactSchema>

/** Creates a contact; `conflict` when its primary e-mail is another contact's. Input: `CreateContactInput`. */
export async function createContact({
  deps,
  actor,
  input,
}: Call): Promise<Result<Contact, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'contacts.write')
  if (forbidden) return forbidden
  const parsed = parseInput(createContactSchema, input)
  if (!parsed.ok) return parsed
  const attributes = parsed.value
  if (!isSomebody(attributes)) return refuseInput(nobodyError)

  const id = deps.newId()
  const now = deps.now()
  const emailNormalised = attributes.email && normaliseEmailAddress(attributes.email)
  const written = await deps.database.write([
    ...(attributes.accountId ? [accountExists(attributes.accountId)] : []),
    ...(emailNormalised ? [contactEmailIsFree(emailNormalised)] : []),
    deps.database.query
      .insert(schema.contacts)
      .values({ id, ...attributes, emailNormalised, createdAt: now, updatedAt: now }),
    activityStatement(deps, {
      type: 'contact_created',
      subject: `${fullName(attributes)} was added by ${actor.name}`,
      contactId: id,
    }),
    auditStatement(deps, actor, {
      action: 'contact.created',
      entityType: 'contact',
      entityId: id,
      after: attributes,
    }),
  ])
  return written.ok ? getContact({ deps, actor, input: { id } }) : refuseContactGuard(written.guard)
}
