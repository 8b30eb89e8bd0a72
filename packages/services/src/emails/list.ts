import { type EmailListItem, emailSorts, findEmails, type Page, schema, sortNamesOf } from '@usher/database'
import { emailStatuses, type ManagementRefusal, type Result } from '@usher/domain'
import * as v from 'valibot'
import { type Actor, refuseUnless } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { idField } from '../fields.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'

export const listEmailsSchema = v.strictObject({
  ...pageEntries(sortNamesOf(emailSorts), '-createdAt'),
  invitationId: v.optional(idField),
  contactId: v.optional(idField),
  sendId: v.optional(idField),
  kind: v.optional(v.picklist(schema.emailKinds)),
  status: v.optional(v.picklist(emailStatuses)),
})

/** Mails, the latest first, without their text. */
export async function listEmails({
  deps,
  actor,
  input,
}: {
  deps: Deps
  actor: Actor
  input: v.InferInput<typeof listEmailsSchema>
}): Promise<Result<Page<EmailListItem>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(listEmailsSchema, input)
  if (!parsed.ok) return parsed
  return answerPage(await findEmails(deps.database, parsed.value))
}
