import { findTemplateVersion, writeTemplateDraft } from '@usher/database'
import { type ManagementRefusal, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { type EmailTemplate, getEmailTemplate, invitationTemplateKey } from './get.ts'

export const restoreEmailTemplateSchema = v.strictObject({ version: v.pipe(v.number(), v.integer()) })

/** Puts an earlier version into the draft, to be looked at and activated. Refuses `forbidden`, `not_found`. */
export async function restoreEmailTemplate({
  deps,
  actor,
  input,
}: Call): Promise<Result<EmailTemplate, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(restoreEmailTemplateSchema, input)
  if (!parsed.ok) return parsed
  const { version } = parsed.value
  const found = await findTemplateVersion(deps.database, invitationTemplateKey, version)
  if (!found) return refuse('not_found', { detail: 'There is no such version.' })
  await deps.database.write([
    writeTemplateDraft(invitationTemplateKey, found.content, deps.now()),
    auditStatement(deps, actor, {
      action: 'email_template.restored',
      entityType: 'email_template',
      entityId: invitationTemplateKey,
      after: { version },
    }),
  ])
  return getEmailTemplate({ deps, actor })
}
