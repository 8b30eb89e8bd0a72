import { findMailState, type MailState, writeMailSettings } from '@usher/database'
import { type ManagementRefusal, mailSettingsSchema, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { differenceOf } from '../difference.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'

export const updateMailSettingsSchema = v.partial(mailSettingsSchema)
export type UpdateMailSettingsInput = v.InferInput<typeof updateMailSettingsSchema>

/** Changes how many invitations may be mailed, and when. Refuses `forbidden`, `invalid_request`. */
export async function updateMailSettings({
  deps,
  actor,
  input,
}: Call): Promise<Result<MailState, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(updateMailSettingsSchema, input)
  if (!parsed.ok) return parsed
  const before = await findMailState(deps.database)
  const settings = { ...before.settings, ...parsed.value }
  const difference = differenceOf(before.settings, settings)
  if (!difference) return ok(before)
  await deps.database.write([
    writeMailSettings(settings, deps.now()),
    auditStatement(deps, actor, {
      action: 'mail_settings.updated',
      entityType: 'mail_settings',
      entityId: 'house',
      ...difference,
    }),
  ])
  return ok({ ...before, settings })
}
