import {
  findDeliveries,
  findDelivery,
  findEndpoints,
  type Page,
  schema,
  sortNamesOf,
  type WebhookDeliveryListItem,
  type WebhookDeliveryRow,
  webhookDeliverySorts,
  type WebhookEndpointRow,
  webhookEndpointSorts,
} from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'

export const listWebhookEndpointsSchema = v.strictObject(pageEntries(webhookEndpointSorts, 'name'))

/** Endpoints, with how the last seven days went. */
export async function listWebhookEndpoints({
  deps,
  actor,
  input,
}: Call): Promise<Result<Page<WebhookEndpointRow>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(listWebhookEndpointsSchema, input)
  if (!parsed.ok) return parsed
  return answerPage(await findEndpoints(deps.database, { ...parsed.value, now: deps.now() }))
}

export const listWebhookDeliveriesSchema = v.strictObject({
  ...pageEntries(sortNamesOf(webhookDeliverySorts), '-createdAt'),
  endpointId: v.optional(idField),
  contactId: v.optional(idField),
  status: v.optional(v.picklist(schema.webhookDeliveryStatuses)),
})

/** The log: messages, the latest first. */
export async function listWebhookDeliveries({
  deps,
  actor,
  input,
}: Call): Promise<Result<Page<WebhookDeliveryListItem>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(listWebhookDeliveriesSchema, input)
  return parsed.ok ? answerPage(await findDeliveries(deps.database, parsed.value)) : parsed
}

const deliveryIdSchema = v.strictObject({ deliveryId: idField })

/** One message with its body, the beginning of the answer, and every attempt. Input: `{ deliveryId }`. */
export async function getWebhookDelivery({
  deps,
  actor,
  input,
}: Call): Promise<Result<WebhookDeliveryRow, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(deliveryIdSchema, input)
  if (!parsed.ok) return parsed
  const delivery = await findDelivery(deps.database, parsed.value.deliveryId)
  return delivery ? ok(delivery) : refuse('not_found', { detail: 'There is no such message.' })
}
