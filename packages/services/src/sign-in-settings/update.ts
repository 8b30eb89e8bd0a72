import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { websiteFields } from '../websites/fields.ts'
import { updateWebsite } from '../websites/update.ts'
import { getSignInSettings, type SignInSettings } from './get.ts'

export const updateSignInSettingsSchema = v.strictObject({
  websiteId: idField,
  settings: websiteFields.settings,
})
export type UpdateSignInSettingsInput = v.InferInput<typeof updateSignInSettingsSchema>

/** Changes the settings that are given; at the edge they hold from the next request on. Input: `UpdateSignInSettingsInput`. */
export async function updateSignInSettings({
  deps,
  actor,
  input,
}: Call): Promise<Result<SignInSettings, ManagementRefusal>> {
  const parsed = parseInput(updateSignInSettingsSchema, input)
  if (!parsed.ok) return parsed
  const { websiteId, settings } = parsed.value
  const updated = await updateWebsite({ deps, actor, input: { id: websiteId, settings } })
  return updated.ok ? getSignInSettings({ deps, actor, input: { websiteId } }) : updated
}
