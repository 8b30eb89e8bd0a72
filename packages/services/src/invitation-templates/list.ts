import { findInvitationTemplate, findInvitationTemplates, type InvitationTemplate } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'

/** Templates of invitations, by name; 200 at most. */
export async function listInvitationTemplates({
  deps,
  actor,
}: Omit<Call, 'input'>): Promise<
  Result<{ items: InvitationTemplate[]; nextCursor: null }, ManagementRefusal>
> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  return ok({ items: await findInvitationTemplates(deps.database), nextCursor: null })
}

const schema = v.strictObject({ id: idField })

/** One template. Input: `{ id }`. */
export async function getInvitationTemplate({
  deps,
  actor,
  input,
}: Call): Promise<Result<InvitationTemplate, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const template = await findInvitationTemplate(deps.database, parsed.value)
  return template ? ok(template) : refuseUnknownTemplate()
}

export const refuseUnknownTemplate = () => refuse('not_found', { detail: 'There is no such template.' })
