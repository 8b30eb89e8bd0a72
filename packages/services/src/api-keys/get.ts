import { type ApiKeyListItem, findApiKey } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { refuseUnknownApiKey } from './refusals.ts'

/** Never with the key itself: only its first characters, `prefix`. */
export type ApiKey = ApiKeyListItem

const getApiKeySchema = v.strictObject({ id: idField })

/** Input: `{ id }`. */
export async function getApiKey({ deps, actor, input }: Call): Promise<Result<ApiKey, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(getApiKeySchema, input)
  if (!parsed.ok) return parsed
  const apiKey = await findApiKey(deps.database, parsed.value.id)
  return apiKey ? ok(apiKey) : refuseUnknownApiKey()
}
