import { writeTemplateDraft } from '@usher/database'
import { mailContentSchema, type ManagementRefusal, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { type EmailTemplate, getEmailTemplate, invitationTemplateKey } from './get.ts'

export const updateEmailTemplateDraftSchema = v.strictObject({ content: mailContentSchema })

/** Keeps what is being written, right or not yet right; what is sent stays as it is. Refuses `forbidden`, `invalid_request`. */
export async function updateEmailTemplateDraft({
  deps,
  actor,
  input,
}: Call): Promise<Result<EmailTemplate, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(updateEmailTemplateDraftSchema, input)
  if (!parsed.ok) return parsed
  await deps.database.write([
    writeTemplateDraft(invitationTemplateKey, parsed.value.content, deps.now()),
    auditStatement(deps, actor, {
      action: 'email_template.draft_saved',
      entityType: 'email_template',
      entityId: invitationTemplateKey,
    }),
  ])
  return getEmailTemplate({ deps, actor })
}
