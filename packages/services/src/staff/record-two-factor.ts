import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import type { Actor } from '../actor.ts'
import type { Call } from '../call.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'

const schema = v.strictObject({
  change: v.picklist(['two_factor_enabled', 'two_factor_disabled', 'recovery_codes_made']),
})

/**
 * Puts on record what the actor did to their two-factor, right after the library that keeps it did so: its writes
 * cannot be part of a batch of ours. Input: `{ change }`.
 */
export async function recordOwnTwoFactor({
  deps,
  actor,
  input,
}: Call & { actor: Extract<Actor, { kind: 'staff' }> }): Promise<Result<null, ManagementRefusal>> {
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  await deps.database.write([
    auditStatement(deps, actor, {
      action: `staff.${parsed.value.change}`,
      entityType: 'staff_user',
      entityId: actor.id,
    }),
  ])
  return ok(null)
}
