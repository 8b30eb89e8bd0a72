import { findEndingGrants, type GrantListItem } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { parseInput } from '../parse-input.ts'

const schema = v.strictObject({
  days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365)), 30),
})

/** What ends by itself within so many days, 30 unless told, the next one first; 200 at most. Input: `{ days? }`. */
export async function listEndingGrants({
  deps,
  actor,
  input,
}: Call): Promise<Result<GrantListItem[], ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const now = deps.now()
  const until = new Date(now.getTime() + parsed.value.days * 86_400_000)
  return ok(await findEndingGrants(deps.database, { now, until, limit: 200 }))
}
