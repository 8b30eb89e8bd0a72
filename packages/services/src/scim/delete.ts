import { deleteScimTargetRow, findScimTarget } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'

const deleteScimTargetSchema = v.strictObject({ websiteId: idField })

/** Nothing is pushed there any more; what is there stays there. Input: `{ websiteId }`. */
export async function deleteScimTarget({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ id: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(deleteScimTargetSchema, input)
  if (!parsed.ok) return parsed
  const target = await findScimTarget(deps.database, parsed.value.websiteId)
  if (!target) return refuse('not_found', { detail: 'Nothing of this website is pushed anywhere.' })
  const { id, websiteId, baseUrl } = target
  await deps.database.write([
    deleteScimTargetRow(deps.database, id),
    auditStatement(deps, actor, {
      action: 'scim_target.deleted',
      entityType: 'scim_target',
      entityId: id,
      before: { websiteId, baseUrl },
    }),
  ])
  return ok({ id })
}
