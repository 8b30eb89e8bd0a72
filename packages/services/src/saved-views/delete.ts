import { deleteSavedViewRow, savedViewIs } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless, staffUserIdOf } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'

const schema = v.strictObject({ id: idField })

/** Forgets a view of one's own, for all it was shared with. Input: `{ id }`. */
export async function deleteSavedView({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ id: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const written = await deps.database.write([
    savedViewIs(id, staffUserIdOf(actor) ?? ''),
    deleteSavedViewRow(deps.database, id),
    auditStatement(deps, actor, { action: 'saved_view.deleted', entityType: 'saved_view', entityId: id }),
  ])
  return written.ok ? ok({ id }) : refuse('not_found', { detail: 'There is no such view of yours.' })
}
