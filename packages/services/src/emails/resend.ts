import { findEmail, findInvitation } from '@usher/database'
import { type ManagementRefusal, readEmailAddress, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { type Actor, refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { updateContact } from '../contacts/update.ts'
import type { Deps } from '../deps.ts'
import { idField } from '../fields.ts'
import { updateInvitation } from '../invitations/update.ts'
import { parseInput, refuseInput } from '../parse-input.ts'
import { type CreatedSend, sendInvitations } from '../sends/create.ts'

export const resendEmailSchema = v.strictObject({
  emailId: idField,
  /** Where it goes this time, kept as the contact's primary e-mail. Left out: where that is now. */
  address: v.optional(v.string()),
  /** `keep`: links that are out already go on working. `new`: they stop, only the new mail opens it. Single alone. */
  code: v.optional(v.picklist(['keep', 'new']), 'keep'),
})
export type ResendEmailInput = v.InferInput<typeof resendEmailSchema>

/**
 * Sends the invitation of one mail again to its contact alone, to a mended address if one is given. The code stays the
 * one it was unless a new one is asked for. Refuses `forbidden`, `not_found`, `invalid_request`, `conflict` when it would not be mailed.
 */
export async function resendEmail({
  deps,
  actor,
  input,
}: Call): Promise<Result<CreatedSend, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.send')
  if (forbidden) return forbidden
  const parsed = parseInput(resendEmailSchema, input)
  if (!parsed.ok) return parsed
  const email = await findEmail(deps.database, parsed.value.emailId)
  if (!email?.invitationId || !email.contactId || email.kind !== 'invitation')
    return refuse('not_found', { detail: 'This is no mail of an invitation that is still there.' })
  const { invitationId, contactId } = email
  if (parsed.value.address !== undefined) {
    const address = readEmailAddress(parsed.value.address)
    if (!address)
      return refuseInput({ path: 'address', message: 'Give one plain address, such as jane@contoso.com.' })
    const updated = await updateContact({ deps, actor, input: { id: contactId, email: address } })
    if (!updated.ok) return atAddress(updated)
  }
  if (parsed.value.code === 'new') {
    const renewed = await renewCode({ deps, actor, input: { id: invitationId } })
    if (!renewed.ok) return renewed
  }
  return sendInvitations({ deps, actor, input: { invitationIds: [invitationId], contactIds: [contactId] } })
}

/** A Group shares its code: a new one would close the links of all the others. */
async function renewCode({ deps, actor, input }: { deps: Deps; actor: Actor; input: { id: string } }) {
  const invitation = await findInvitation(deps.database, input.id)
  if (invitation?.type !== 'single') {
    return refuseInput({
      path: 'code',
      message: 'A Group shares one code with everybody. Keep it here, or change it on the invitation.',
    })
  }
  return updateInvitation({ deps, actor, input: { ...input, code: null } })
}

/** What the contact's form would say of `email` is about this form's `address`. */
const atAddress = <Refusal extends { ok: false; errors?: readonly { path: string; message: string }[] }>(
  refusal: Refusal,
): Refusal => ({
  ...refusal,
  ...(refusal.errors
    ? {
        errors: refusal.errors.map((error) =>
          error.path === 'email' ? { ...error, path: 'address' } : error,
        ),
      }
    : {}),
})
