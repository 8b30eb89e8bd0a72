import { findSuppression, type SuppressionListItem } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'

export type Suppression = SuppressionListItem

/** Refuses `forbidden`, `not_found` when it was taken off the list. Input: `{ id }`. */
export async function getSuppression({
  deps,
  actor,
  input,
}: Call): Promise<Result<Suppression, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(v.strictObject({ id: idField }), input)
  if (!parsed.ok) return parsed
  const found = await findSuppression(deps.database, parsed.value.id)
  return found ? ok(found) : refuse('not_found', { detail: 'This address is not on the list any more.' })
}
