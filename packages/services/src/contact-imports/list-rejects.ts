import { findRejects, type Reject } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'

const schema = v.strictObject({
  id: idField,
  after: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)), 100),
})

/** Rows that an import leaves out and why, in the order of the file. Input: `{ id, after, limit }`. */
export async function listRejectedRows({
  deps,
  actor,
  input,
}: Call): Promise<Result<(Omit<Reject, 'text'> & { cells: string[] })[], ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'contacts.write')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const { id: taskId, after, limit } = parsed.value
  const rows = await findRejects(deps.database, { taskId, after, limit })
  return ok(rows.map(({ text, ...row }) => ({ ...row, cells: JSON.parse(text) as string[] })))
}
