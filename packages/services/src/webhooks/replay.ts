import { deliveryIsOver, sendAgain } from '@usher/database'
import { type ManagementRefusal, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import type { WebhookDeliveryRow } from '@usher/database'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { getWebhookDelivery } from './list.ts'

const replaySchema = v.strictObject({ deliveryId: idField })

/** Sends a message once more, under the same id. Refuses `conflict` while it is on its way. Input: `{ deliveryId }`. */
export async function replayWebhookDelivery({
  deps,
  actor,
  input,
}: Call): Promise<Result<WebhookDeliveryRow, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(replaySchema, input)
  if (!parsed.ok) return parsed
  const { deliveryId } = parsed.value
  const written = await deps.database.write([
    deliveryIsOver(deliveryId),
    ...sendAgain(deliveryId, deps.newId(), deps.now()),
    auditStatement(deps, actor, {
      action: 'webhook_delivery.replayed',
      entityType: 'webhook_delivery',
      entityId: deliveryId,
    }),
  ])
  if (written.ok) deps.onJobsWritten?.()
  const found = await getWebhookDelivery({ deps, actor, input })
  if (written.ok || !found.ok) return found
  return refuse('conflict', { detail: 'This message is on its way already.' })
}
