import { findInvitationRecipients, invitationRecipientSorts, type Page } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'
import { describeRecipient, type DescribedRecipient } from './get.ts'

export const listInvitationRecipientsSchema = v.strictObject({
  ...pageEntries(invitationRecipientSorts, 'name'),
  invitationId: idField,
})

/** The invited contacts of an invitation, by `name` or `email`. Input: `{ invitationId, limit, cursor, search, sort }`. */
export async function listInvitationRecipients({
  deps,
  actor,
  input,
}: Call): Promise<Result<Page<DescribedRecipient>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(listInvitationRecipientsSchema, input)
  if (!parsed.ok) return parsed
  const page = answerPage(await findInvitationRecipients(deps.database, parsed.value))
  return page.ok ? ok({ ...page.value, items: page.value.items.map(describeRecipient) }) : page
}
