import { findContact, findWebRolesOfContact } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import type { ContactAttributes } from './fields.ts'
import { refuseUnknownContact } from './refusals.ts'

export type Contact = { id: string } & ContactAttributes & {
    account: { id: string; name: string } | null
    /** What the contact has now: neither taken back nor ended. */
    webRoles: {
      id: string
      name: string
      websiteId: string
      websiteName: string
      grantedAt: Date
      endsAt: Date | null
    }[]
    /** When the person was erased; null: not. */
    erasedAt: Date | null
    createdAt: Date
    updatedAt: Date
  }

const getContactSchema = v.strictObject({ id: idField })

/** A contact with its account and its web roles. Input: `{ id }`. */
export async function getContact({ deps, actor, input }: Call): Promise<Result<Contact, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(getContactSchema, input)
  if (!parsed.ok) return parsed
  const found = await findContact(deps.database, parsed.value.id)
  if (!found) return refuseUnknownContact()
  const { accountName, ...contact } = found
  return ok({
    ...contact,
    account: contact.accountId === null ? null : { id: contact.accountId, name: accountName ?? '' },
    webRoles: await findWebRolesOfContact(deps.database, contact.id, deps.now()),
  })
}
