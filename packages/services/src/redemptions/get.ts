import { findRedemption, type RedemptionDetail } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { planUndo, type UndoPlan } from './undo-plan.ts'

/** `undo`: what undoing it would do; `null` once it is undone. */
export type RedemptionWithPlan = RedemptionDetail & { undo: UndoPlan | null }

const schema = v.strictObject({ id: idField })

/** A redemption, what it gave, and what undoing it would do. Input: `{ id }`. */
export async function getRedemption({
  deps,
  actor,
  input,
}: Call): Promise<Result<RedemptionWithPlan, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const found = await findRedemption(deps.database, parsed.value.id, deps.now())
  return found ? ok({ ...found, undo: found.undoneAt ? null : planUndo(found) }) : refuseUnknownRedemption()
}

export const refuseUnknownRedemption = () => refuse('not_found', { detail: 'There is no such redemption.' })
