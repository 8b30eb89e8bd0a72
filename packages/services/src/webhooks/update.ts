import { endpointNameIsFree, findEndpoint, isUnchanged, schema, updateEndpointRow } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import type { Deps } from '../deps.ts'
import { differenceOf } from '../difference.ts'
import { startListening } from '../events/listening.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import {
  getWebhookEndpoint,
  refuseEndpointGuard,
  refuseUnknownEndpoint,
  type WebhookEndpoint,
} from './endpoint.ts'
import { endpointFields } from './fields.ts'

export const updateWebhookEndpointSchema = (deps: Pick<Deps, 'webhookAllowedTargets'>) =>
  v.strictObject({
    id: idField,
    ...v.partial(v.strictObject(endpointFields(deps))).entries,
    /** `false` after it was disabled: messages that failed meanwhile can be sent again. */
    isDisabled: v.optional(v.boolean()),
  })

/** Changes the fields that are given; disables an endpoint or enables it again. */
export async function updateWebhookEndpoint({
  deps,
  actor,
  input,
}: Call): Promise<Result<WebhookEndpoint, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(updateWebhookEndpointSchema(deps), input)
  if (!parsed.ok) return parsed
  const { id, isDisabled, ...changes } = parsed.value
  const now = deps.now()
  const endpoint = await findEndpoint(deps.database, id, now)
  if (!endpoint) return refuseUnknownEndpoint()
  const before = { ...endpoint, isDisabled: endpoint.disabledAt !== null }
  const difference = differenceOf(before, { ...changes, isDisabled })
  if (!difference) return getWebhookEndpoint({ deps, actor, input: { id } })
  const switched = 'isDisabled' in difference.after
  const written = await deps.database.write([
    isUnchanged(schema.webhookEndpoints, endpoint),
    ...(changes.name === undefined ? [] : [endpointNameIsFree(changes.name, id)]),
    ...startListening(deps),
    updateEndpointRow(deps.database, id, {
      ...changes,
      ...(switched
        ? {
            disabledAt: isDisabled ? now : null,
            disabledReason: isDisabled ? 'Staff disabled it.' : null,
            failingSince: null,
          }
        : {}),
      updatedAt: now,
    }),
    auditStatement(deps, actor, {
      action: 'webhook_endpoint.updated',
      entityType: 'webhook_endpoint',
      entityId: id,
      ...difference,
    }),
  ])
  return written.ok ? getWebhookEndpoint({ deps, actor, input: { id } }) : refuseEndpointGuard(written.guard)
}
