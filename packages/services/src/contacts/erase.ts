import { contactIsToBeErased, eraseContactStatements, findContact } from '@usher/database'
import { fullName, type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless, staffUserIdOf } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput, refuseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { suppressionStatement } from '../suppressions/new-suppression.ts'
import { refuseContactGuard, refuseUnknownContact } from './refusals.ts'

export const eraseContactSchema = v.strictObject({
  id: idField,
  confirmation: v.pipe(
    v.string(),
    v.trim(),
    v.description('The primary e-mail of the contact, or its name where it has none.'),
  ),
})
export type EraseContactInput = v.InferInput<typeof eraseContactSchema>

/**
 * Erases a person: from contacts, sign-ins, mails, timelines, audit and payloads, for good. Seats and redemptions go on
 * counting, without a name; what the person had ends. A hash of the address stays, so that nobody mails it again.
 * For owners and admins. Refuses `invalid_request` on `confirmation`, `conflict` when erased already.
 * Input: `EraseContactInput`.
 */
export async function eraseContact({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ id: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'structure.write')
  if (forbidden) return forbidden
  const parsed = parseInput(eraseContactSchema, input)
  if (!parsed.ok) return parsed
  const { id, confirmation } = parsed.value
  const contact = await findContact(deps.database, id)
  if (!contact) return refuseUnknownContact()
  if (contact.erasedAt) return refuse('conflict', { detail: 'This person has been erased already.' })
  const asked = contact.email ?? fullName(contact)
  if (confirmation.toLowerCase() !== asked.toLowerCase()) {
    return refuseInput({ path: 'confirmation', message: `To erase this person, type ${asked}` })
  }

  const written = await deps.database.write([
    contactIsToBeErased(id, contact.email),
    ...(contact.email
      ? [
          await suppressionStatement(deps, {
            address: contact.email,
            websiteId: null,
            reason: 'manual',
            createdById: staffUserIdOf(actor),
          }),
        ]
      : []),
    ...eraseContactStatements(id, contact.email, deps.now()),
    auditStatement(deps, actor, { action: 'contact.erased', entityType: 'contact', entityId: id }),
  ])
  return written.ok ? ok({ id }) : refuseContactGuard(written.guard)
}
