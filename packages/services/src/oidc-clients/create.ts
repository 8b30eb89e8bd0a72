import { oidcClientNameIsFree, schema, websiteExists } from '@usher/database'
import { type ManagementRefusal, ok, type Result, sha256Hex } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { newOidcKeyUnlessThere } from '../oidc-keys/new-key.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { oidcClientFields } from './fields.ts'
import { getOidcClient, type OidcClient } from './get.ts'
import { refuseOidcClientGuard } from './refusals.ts'
import { newClientSecret } from './secret.ts'

export const createOidcClientSchema = v.strictObject({
  websiteId: idField,
  name: oidcClientFields.name,
  redirectUris: oidcClientFields.redirectUris,
  postLogoutRedirectUris: v.optional(oidcClientFields.postLogoutRedirectUris, []),
  /** It runs on a server and keeps a secret; otherwise it runs where its user can read it: a browser, a phone. */
  hasSecret: v.optional(v.boolean(), true),
  /** Somebody else's application: people are asked before it learns who they are. */
  asksConsent: v.optional(oidcClientFields.asksConsent, false),
})
export type CreateOidcClientInput = v.InferInput<typeof createOidcClientSchema>

/**
 * Lets an application of a website sign people in. Its `secret` is in this answer and nowhere else; `null` for one that
 * keeps none. `conflict` when the website has one of that name. Input: `CreateOidcClientInput`.
 */
export async function createOidcClient({
  deps,
  actor,
  input,
}: Call): Promise<Result<OidcClient & { secret: string | null }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(createOidcClientSchema, input)
  if (!parsed.ok) return parsed
  const { hasSecret, ...client } = parsed.value
  const id = deps.newId()
  const now = deps.now()
  const secret = hasSecret ? newClientSecret(deps.randomBytes) : null
  const written = await deps.database.write([
    websiteExists(client.websiteId),
    oidcClientNameIsFree(client.websiteId, client.name),
    deps.database.query.insert(schema.oidcClients).values({
      id,
      ...client,
      secretHash: secret && (await sha256Hex(secret)),
      createdAt: now,
      updatedAt: now,
    }),
    // A website reads the keys before anybody has signed in.
    ...(await newOidcKeyUnlessThere(deps)),
    auditStatement(deps, actor, {
      action: 'oidc_client.created',
      entityType: 'oidc_client',
      entityId: id,
      after: { ...client, hasSecret },
    }),
  ])
  if (!written.ok) return refuseOidcClientGuard(written.guard)
  const created = await getOidcClient({ deps, actor, input: { id } })
  return created.ok ? ok({ ...created.value, secret }) : created
}
