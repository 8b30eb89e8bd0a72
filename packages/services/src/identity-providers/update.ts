import {
  findIdentityProvider,
  identityProviderNameIsFree,
  isUnchanged,
  schema,
  updateIdentityProviderRow,
} from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { differenceOf } from '../difference.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { describeIdentityProvider, type IdentityProvider } from './describe.ts'
import { completeProvider, identityProviderFields } from './fields.ts'
import { getIdentityProvider } from './get.ts'
import { refuseIdentityProviderGuard, refuseUnknownIdentityProvider } from './refusals.ts'
import { sealProviderSecret } from './secret.ts'

export const updateIdentityProviderSchema = v.strictObject({
  id: idField,
  ...v.partial(v.strictObject(identityProviderFields)).entries,
})
export type UpdateIdentityProviderInput = v.InferInput<typeof updateIdentityProviderSchema>

/**
 * Changes the fields that are given; without a `clientSecret`, or with an empty one, the old one stays.
 * Input: `UpdateIdentityProviderInput`.
 */
export async function updateIdentityProvider({
  deps,
  actor,
  input,
}: Call): Promise<Result<IdentityProvider, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'structure.write')
  if (forbidden) return forbidden
  const parsed = parseInput(updateIdentityProviderSchema, input)
  if (!parsed.ok) return parsed
  const { id, clientSecret, ...changes } = parsed.value
  const row = await findIdentityProvider(deps.database, id)
  if (!row) return refuseUnknownIdentityProvider()
  const before = describeIdentityProvider(deps, row)
  const after = { ...before, ...changes }
  const { vouchesForEmail, teamId, keyId } = after
  const options = { vouchesForEmail, teamId, keyId }
  const complete = completeProvider({
    ...after,
    hasSecret: before.hasSecret || Boolean(clientSecret),
    options,
  })
  if (!complete.ok) return complete
  const { issuer } = complete.value
  const difference = differenceOf<Record<string, unknown>>(
    { ...before, secretChanged: false },
    { ...changes, issuer, secretChanged: Boolean(clientSecret) },
  )
  if (!difference) return getIdentityProvider({ deps, actor, input: { id } })

  const now = deps.now()
  const written = await deps.database.write([
    isUnchanged(schema.identityProviders, row),
    identityProviderNameIsFree(row.websiteId, after.name, id),
    updateIdentityProviderRow(deps.database, id, {
      name: after.name,
      issuer,
      clientId: after.clientId,
      options,
      ...(clientSecret ? { secretSealed: await sealProviderSecret(deps, id, clientSecret) } : {}),
      disabledAt: after.isEnabled ? null : (row.disabledAt ?? now),
      updatedAt: now,
    }),
    auditStatement(deps, actor, {
      action: 'identity_provider.updated',
      entityType: 'identity_provider',
      entityId: id,
      ...difference,
    }),
  ])
  return written.ok
    ? getIdentityProvider({ deps, actor, input: { id } })
    : refuseIdentityProviderGuard(written.guard)
}
