import { deleteEndpointRows, endpointIsUncalled, findEndpoint } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { endpointIdSchema, refuseEndpointGuard, refuseUnknownEndpoint } from './endpoint.ts'

/** Deletes an endpoint that no activated workflow calls, with its log. Input: `{ id }`. */
export async function deleteWebhookEndpoint({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ id: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(endpointIdSchema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const endpoint = await findEndpoint(deps.database, id, deps.now())
  if (!endpoint) return refuseUnknownEndpoint()
  const { name, url, eventTypes } = endpoint
  const written = await deps.database.write([
    endpointIsUncalled(id),
    ...deleteEndpointRows(deps.database, id),
    auditStatement(deps, actor, {
      action: 'webhook_endpoint.deleted',
      entityType: 'webhook_endpoint',
      entityId: id,
      before: { name, url, eventTypes },
    }),
  ])
  return written.ok ? ok({ id }) : refuseEndpointGuard(written.guard)
}
