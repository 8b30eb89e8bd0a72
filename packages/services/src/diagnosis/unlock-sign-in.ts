import { deleteAttemptsStatement, findPersonFacts } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { bucketsOfAddress } from './lock-out.ts'

const schema = v.strictObject({ contactId: idField })

/** Lets somebody try to sign in again at once who tried too often. Input: `{ contactId }`. */
export async function unlockSignIn({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ contactId: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'contacts.write')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const { contactId } = parsed.value
  const person = await findPersonFacts(deps.database, contactId)
  if (!person) return refuse('not_found', { detail: 'There is no such contact.' })
  const addresses = [person.email, person.signIn?.email].filter((address) => typeof address === 'string')
  const buckets = (await Promise.all(addresses.map(bucketsOfAddress))).flat()
  await deps.database.write([
    deleteAttemptsStatement(buckets),
    auditStatement(deps, actor, {
      action: 'contact.sign_in_unlocked',
      entityType: 'contact',
      entityId: contactId,
    }),
  ])
  return ok({ contactId })
}
