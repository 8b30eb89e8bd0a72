import {
  contactIsUnused,
  type ContactUse,
  countContactUses,
  deleteContactRow,
  findContact,
  forgetSuppressedAddress,
} from '@usher/database'
import { fullName, type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { refuseUnknownContact } from './refusals.ts'
import { contactUsesInWords } from './uses.ts'

const deleteContactSchema = v.strictObject({ id: idField })

/** Deletes a contact that has no history; `conflict` in words otherwise. Input: `{ id }`. */
export async function deleteContact({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ id: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'contacts.write')
  if (forbidden) return forbidden
  const parsed = parseInput(deleteContactSchema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const contact = await findContact(deps.database, id)
  if (!contact) return refuseUnknownContact()

  const { accountName: _, ...before } = contact
  const written = await deps.database.write([
    contactIsUnused(id),
    ...deleteContactRow(deps.database, id),
    ...(contact.email ? [forgetSuppressedAddress(contact.email)] : []),
    auditStatement(deps, actor, { action: 'contact.deleted', entityType: 'contact', entityId: id, before }),
  ])
  if (written.ok) return ok({ id })
  return refuse('conflict', { detail: sayWhy(fullName(contact), await countContactUses(deps.database, id)) })
}

function sayWhy(name: string, uses: Record<ContactUse, number>): string {
  const { invitations, invitedOthers, ...history } = uses
  const next = Object.values(history).some((count) => count > 0)
    ? 'A contact with a history is kept.'
    : 'Take them off these invitations first.'
  return `${name} cannot be deleted: ${contactUsesInWords(uses)}. ${next}`
}
