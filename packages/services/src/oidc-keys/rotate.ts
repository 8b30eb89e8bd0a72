import { findOidcKeys } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { newOidcKey } from './new-key.ts'

const rotateOidcKeysSchema = v.strictObject({})

/**
 * Publishes a new key, which signs ten minutes later, when websites have read it. What the old one signed stays good
 * until it ends. Happens by itself every 90 days. Input: `{}`.
 */
export async function rotateOidcKeys({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ keyId: string | null }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(rotateOidcKeysSchema, input)
  if (!parsed.ok) return parsed
  const [previous] = await findOidcKeys(deps.database)
  await deps.database.write([
    ...(await newOidcKey(deps, previous?.createdAt ?? new Date(0))),
    auditStatement(deps, actor, {
      action: 'oidc_key.rotated',
      entityType: 'oidc_key',
      entityId: previous?.id ?? 'oidc_key',
      before: { keyId: previous?.id ?? null },
    }),
  ])
  const [newest] = await findOidcKeys(deps.database)
  return ok({ keyId: newest?.id ?? null })
}
