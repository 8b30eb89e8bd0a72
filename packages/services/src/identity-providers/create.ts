import { identityProviderNameIsFree, schema, websiteExists } from '@usher/database'
import { defaultIdentityProviderOptions, type ManagementRefusal, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import type { IdentityProvider } from './describe.ts'
import { completeProvider, identityProviderFields as fields, presetField } from './fields.ts'
import { getIdentityProvider } from './get.ts'
import { refuseIdentityProviderGuard } from './refusals.ts'
import { sealProviderSecret } from './secret.ts'

export const createIdentityProviderSchema = v.strictObject({
  websiteId: idField,
  preset: presetField,
  name: fields.name,
  issuer: v.optional(fields.issuer, null),
  clientId: fields.clientId,
  clientSecret: v.optional(fields.clientSecret, null),
  vouchesForEmail: v.optional(fields.vouchesForEmail, defaultIdentityProviderOptions.vouchesForEmail),
  teamId: v.optional(fields.teamId, null),
  keyId: v.optional(fields.keyId, null),
  isEnabled: v.optional(fields.isEnabled, true),
})
export type CreateIdentityProviderInput = v.InferInput<typeof createIdentityProviderSchema>

/** Offers a further way in on a website, at once. Input: `CreateIdentityProviderInput`. */
export async function createIdentityProvider({
  deps,
  actor,
  input,
}: Call): Promise<Result<IdentityProvider, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'structure.write')
  if (forbidden) return forbidden
  const parsed = parseInput(createIdentityProviderSchema, input)
  if (!parsed.ok) return parsed
  const { clientSecret, vouchesForEmail, teamId, keyId, isEnabled, issuer: asked, ...row } = parsed.value
  const options = { vouchesForEmail, teamId, keyId }
  const complete = completeProvider({ ...row, issuer: asked, hasSecret: clientSecret !== null, options })
  if (!complete.ok) return complete
  const { issuer } = complete.value
  const id = deps.newId()
  const now = deps.now()
  const written = await deps.database.write([
    websiteExists(row.websiteId),
    identityProviderNameIsFree(row.websiteId, row.name),
    deps.database.query.insert(schema.identityProviders).values({
      id,
      ...row,
      issuer,
      options,
      secretSealed: clientSecret && (await sealProviderSecret(deps, id, clientSecret)),
      disabledAt: isEnabled ? null : now,
      createdAt: now,
      updatedAt: now,
    }),
    auditStatement(deps, actor, {
      action: 'identity_provider.created',
      entityType: 'identity_provider',
      entityId: id,
      after: { ...row, issuer, ...options, isEnabled },
    }),
  ])
  return written.ok
    ? getIdentityProvider({ deps, actor, input: { id } })
    : refuseIdentityProviderGuard(written.guard)
}
