import { writeTemplateDraft } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { auditStatement } from '../records.ts'
import { type EmailTemplate, getEmailTemplate, invitationTemplateKey } from './get.ts'

/** Throws away what was being written. Refuses `forbidden`. */
export async function deleteEmailTemplateDraft({
  deps,
  actor,
}: Omit<Call, 'input'>): Promise<Result<EmailTemplate, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  await deps.database.write([
    writeTemplateDraft(invitationTemplateKey, null, deps.now()),
    auditStatement(deps, actor, {
      action: 'email_template.draft_deleted',
      entityType: 'email_template',
      entityId: invitationTemplateKey,
    }),
  ])
  return getEmailTemplate({ deps, actor })
}
