import { findEmailPreview } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import { TemplateError } from '@usher/mail'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { renderEmail } from './render.ts'

/** The mail, its code and link masked; or why it cannot be written. */
export type InvitationMailPreview =
  { mail: { subject: string; html: string; text: string }; problem: null } | { mail: null; problem: string }

const schema = v.strictObject({ invitationId: idField, contactId: idField })

/** The mail of an invitation as this contact would be sent it now; nothing is sent or kept. Input: `{ invitationId, contactId }`. */
export async function previewInvitationMail({
  deps,
  actor,
  input,
}: Call): Promise<Result<InvitationMailPreview, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const email = await findEmailPreview(deps.database, { ...parsed.value, now: deps.now() })
  if (!email?.contact) {
    return refuse('not_found', { detail: 'The invitation or the contact does not exist any more.' })
  }
  try {
    // Who it is from is not part of what is looked at.
    const sender = { name: 'Usher', address: 'preview@usher.invalid' }
    const { kept } = await renderEmail(deps, sender, email)
    const { html, text } = kept.masked ?? kept
    return ok({ mail: { subject: kept.subject, html, text }, problem: null })
  } catch (thrown) {
    if (thrown instanceof TemplateError) return ok({ mail: null, problem: thrown.message })
    throw thrown
  }
}
