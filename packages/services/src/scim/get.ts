import { findScimDeliveries, findScimTarget, type ScimDelivery, type ScimTarget } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'

export type { ScimDelivery, ScimTarget }

const getScimTargetSchema = v.strictObject({ websiteId: idField })
/** So many of the newest are told. */
const deliveryLimit = 100

/** Where a website's people are pushed to, and the newest requests. `not_found` when nowhere. Input: `{ websiteId }`. */
export async function getScimTarget({
  deps,
  actor,
  input,
}: Call): Promise<Result<ScimTarget & { deliveries: ScimDelivery[] }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(getScimTargetSchema, input)
  if (!parsed.ok) return parsed
  const target = await findScimTarget(deps.database, parsed.value.websiteId)
  if (!target) return refuse('not_found', { detail: 'Nothing of this website is pushed anywhere.' })
  return ok({ ...target, deliveries: await findScimDeliveries(deps.database, target.id, deliveryLimit) })
}
