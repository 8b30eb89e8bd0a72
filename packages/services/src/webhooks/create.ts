import { endpointNameIsFree, insertEndpoint } from '@usher/database'
import { type EventType, type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import type { Deps } from '../deps.ts'
import { startListening } from '../events/listening.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { getWebhookEndpoint, refuseEndpointGuard, type WebhookEndpoint } from './endpoint.ts'
import { endpointFields } from './fields.ts'
import { newSecret, sealSecret } from './secret.ts'

export const createWebhookEndpointSchema = (deps: Pick<Deps, 'webhookAllowedTargets'>) => {
  const { name, url, eventTypes } = endpointFields(deps)
  return v.strictObject({ name, url, eventTypes: v.optional(eventTypes, []) })
}
export type CreateWebhookEndpointInput = { name: string; url: string; eventTypes?: EventType[] }

/** An endpoint and, this once, its secret. Input: `CreateWebhookEndpointInput`. */
export async function createWebhookEndpoint({
  deps,
  actor,
  input,
}: Call): Promise<Result<WebhookEndpoint & { secret: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(createWebhookEndpointSchema(deps), input)
  if (!parsed.ok) return parsed
  const [id, now, secret] = [deps.newId(), deps.now(), newSecret(deps)]
  const written = await deps.database.write([
    endpointNameIsFree(parsed.value.name),
    ...startListening(deps),
    insertEndpoint(deps.database, {
      id,
      ...parsed.value,
      secretSealed: await sealSecret(deps, id, secret),
      createdAt: now,
      updatedAt: now,
    }),
    auditStatement(deps, actor, {
      action: 'webhook_endpoint.created',
      entityType: 'webhook_endpoint',
      entityId: id,
      after: parsed.value,
    }),
  ])
  if (!written.ok) return refuseEndpointGuard(written.guard)
  const created = await getWebhookEndpoint({ deps, actor, input: { id } })
  return created.ok ? ok({ ...created.value, secret }) : created
}
