import { findEndpoint, isUnchanged, schema, updateEndpointRow } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { endpointIdSchema, refuseEndpointGuard, refuseUnknownEndpoint } from './endpoint.ts'
import { newSecret, sealSecret } from './secret.ts'

/** So long the old secret signs beside the new one. */
const overlapMilliseconds = 24 * 60 * 60 * 1000

/** A new secret, told this once; the old one signs along for a day, so that the receiver can change over. Input: `{ id }`. */
export async function rotateWebhookSecret({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ id: string; secret: string; previousSecretEndsAt: Date }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(endpointIdSchema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const now = deps.now()
  const endpoint = await findEndpoint(deps.database, id, now)
  if (!endpoint) return refuseUnknownEndpoint()
  const secret = newSecret(deps)
  const previousSecretEndsAt = new Date(now.getTime() + overlapMilliseconds)
  const written = await deps.database.write([
    isUnchanged(schema.webhookEndpoints, endpoint),
    updateEndpointRow(deps.database, id, {
      secretSealed: await sealSecret(deps, id, secret),
      previousSecretSealed: endpoint.secretSealed,
      previousSecretEndsAt,
      updatedAt: now,
    }),
    auditStatement(deps, actor, {
      action: 'webhook_endpoint.secret_rotated',
      entityType: 'webhook_endpoint',
      entityId: id,
    }),
  ])
  return written.ok ? ok({ id, secret, previousSecretEndsAt }) : refuseEndpointGuard(written.guard)
}
