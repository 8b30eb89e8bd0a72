import { findApiKey, updateApiKeyRow } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { differenceOf } from '../difference.ts'
import { idField, neededLine } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { type ApiKey, getApiKey } from './get.ts'
import { refuseUnknownApiKey } from './refusals.ts'

export const updateApiKeySchema = v.strictObject({
  id: idField,
  name: neededLine(100, 'Give the key a name that says what it is for.'),
})
export type UpdateApiKeyInput = v.InferInput<typeof updateApiKeySchema>

/** Renames a key. What it may do never changes: create another one. Input: `UpdateApiKeyInput`. */
export async function updateApiKey({ deps, actor, input }: Call): Promise<Result<ApiKey, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(updateApiKeySchema, input)
  if (!parsed.ok) return parsed
  const { id, name } = parsed.value
  const apiKey = await findApiKey(deps.database, id)
  if (!apiKey) return refuseUnknownApiKey()
  const difference = differenceOf(apiKey, { name })
  if (difference) {
    await deps.database.write([
      updateApiKeyRow(deps.database, id, { name }),
      auditStatement(deps, actor, {
        action: 'api_key.updated',
        entityType: 'api_key',
        entityId: id,
        ...difference,
      }),
    ])
  }
  return getApiKey({ deps, actor, input: { id } })
}
