import { findApiKey, revokeApiKeyRow } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { refuseUnknownApiKey } from './refusals.ts'

const deleteApiKeySchema = v.strictObject({ id: idField })

/** Revokes a key, from now on and for good; it stays in the list as revoked. Input: `{ id }`. */
export async function deleteApiKey({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ id: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(deleteApiKeySchema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const apiKey = await findApiKey(deps.database, id)
  if (!apiKey) return refuseUnknownApiKey()
  if (apiKey.revokedAt) return ok({ id })
  const { name, prefix } = apiKey
  await deps.database.write([
    revokeApiKeyRow(deps.database, id, deps.now()),
    auditStatement(deps, actor, {
      action: 'api_key.revoked',
      entityType: 'api_key',
      entityId: id,
      before: { name, prefix },
    }),
  ])
  return ok({ id })
}
