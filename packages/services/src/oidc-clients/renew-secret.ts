import { findOidcClient, oidcClientExists, updateOidcClientRow } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result, sha256Hex } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { refuseUnknownOidcClient } from './refusals.ts'
import { newClientSecret } from './secret.ts'

const renewOidcClientSecretSchema = v.strictObject({ id: idField })

/** A new secret, told once; the old one stops at once. `conflict` for an application that keeps none. Input: `{ id }`. */
export async function renewOidcClientSecret({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ id: string; secret: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(renewOidcClientSecretSchema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const client = await findOidcClient(deps.database, id)
  if (!client) return refuseUnknownOidcClient()
  if (!client.hasSecret) {
    return refuse('conflict', {
      detail: `${client.name} keeps no secret. Create another application that runs on a server.`,
    })
  }
  const secret = newClientSecret(deps.randomBytes)
  const written = await deps.database.write([
    oidcClientExists(id),
    updateOidcClientRow(deps.database, id, { secretHash: await sha256Hex(secret), updatedAt: deps.now() }),
    auditStatement(deps, actor, {
      action: 'oidc_client.secret_renewed',
      entityType: 'oidc_client',
      entityId: id,
      after: { name: client.name },
    }),
  ])
  return written.ok ? ok({ id, secret }) : refuseUnknownOidcClient()
}
