import { findEndpoint, type WebhookEndpointRow } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput, refuseInput } from '../parse-input.ts'

/** An endpoint as it is told: its secret never is, but where it is made. */
export type WebhookEndpoint = WebhookEndpointRow

export const endpointIdSchema = v.strictObject({ id: idField })

/** Refuses `forbidden`, `not_found`. Input: `{ id }`. */
export async function getWebhookEndpoint({
  deps,
  actor,
  input,
}: Call): Promise<Result<WebhookEndpoint, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(endpointIdSchema, input)
  if (!parsed.ok) return parsed
  const found = await findEndpoint(deps.database, parsed.value.id, deps.now())
  if (!found) return refuseUnknownEndpoint()
  const { secretSealed: _, ...endpoint } = found
  return ok(endpoint)
}

export const refuseUnknownEndpoint = () =>
  refuse('not_found', { detail: 'There is no such webhook endpoint.' })

export function refuseEndpointGuard(guard: 'name_taken' | 'changed' | 'in_use') {
  if (guard === 'name_taken')
    return refuseInput({ path: 'name', message: 'Another endpoint has this name. Choose another one.' })
  return refuse('conflict', {
    detail:
      guard === 'in_use'
        ? 'An activated workflow calls this endpoint. Deactivate it, or let it call another.'
        : 'Somebody else changed this endpoint just now. Look at it again.',
  })
}
