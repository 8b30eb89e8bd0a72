import { findEndpoint, insertDeliveries, type WebhookDeliveryRow } from '@usher/database'
import { type ManagementRefusal, refuse, type Result } from '@usher/domain'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { endpointIdSchema, refuseUnknownEndpoint } from './endpoint.ts'
import { getWebhookDelivery } from './list.ts'

/** Sends a message of the type `usher.test`, signed as all are. Input: `{ id }`. */
export async function testWebhookEndpoint({
  deps,
  actor,
  input,
}: Call): Promise<Result<WebhookDeliveryRow, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(endpointIdSchema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const now = deps.now()
  const endpoint = await findEndpoint(deps.database, id, now)
  if (!endpoint) return refuseUnknownEndpoint()
  if (endpoint.disabledAt)
    return refuse('conflict', { detail: 'This endpoint is disabled. Enable it first.' })
  const deliveryId = deps.newId()
  const type = 'usher.test'
  await deps.database.write([
    ...insertDeliveries(
      [
        {
          id: deliveryId,
          jobId: deps.newId(),
          key: `test:${deliveryId}`,
          endpointId: id,
          runId: null,
          contactId: null,
          invitationId: null,
          type,
          payload: JSON.stringify({ type, timestamp: now.toISOString(), data: { endpoint: endpoint.name } }),
        },
      ],
      { priority: 0, now },
    ),
    auditStatement(deps, actor, {
      action: 'webhook_endpoint.tested',
      entityType: 'webhook_endpoint',
      entityId: id,
    }),
  ])
  deps.onJobsWritten?.()
  return getWebhookDelivery({ deps, actor, input: { deliveryId } })
}
