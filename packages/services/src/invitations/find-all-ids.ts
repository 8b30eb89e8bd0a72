import { findInvitationIds } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { parseInput } from '../parse-input.ts'
import { listInvitationsSchema } from './list.ts'

const schema = v.strictObject({
  ...v.omit(listInvitationsSchema, ['limit', 'cursor', 'sort']).entries,
  maximum: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_001)),
})

/** The ids of all invitations of a list, however long, in no order that means anything; at most `maximum`. */
export async function findAllInvitationIds({
  deps,
  actor,
  input,
}: Call): Promise<Result<string[], ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const { maximum: limit, ...filter } = parsed.value
  return ok(await findInvitationIds(deps.database, { ...filter, afterId: '', limit, now: deps.now() }))
}
