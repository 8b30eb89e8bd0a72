import { countWebRoleUses, deleteWebRoleRow, findWebRole, webRoleIsUnused } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { refuseUnknownWebRole } from './refusals.ts'
import { type WebRoleUses, webRoleUsesInWords } from './uses.ts'

const deleteWebRoleSchema = v.strictObject({ id: idField })

/** Deletes a web role that nobody has or was invited to; `conflict` in words otherwise. Input: `{ id }`. */
export async function deleteWebRole({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ id: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'structure.write')
  if (forbidden) return forbidden
  const parsed = parseInput(deleteWebRoleSchema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const webRole = await findWebRole(deps.database, id, deps.now())
  if (!webRole) return refuseUnknownWebRole()

  const { contactCount: _, websiteName: __, ...before } = webRole
  const written = await deps.database.write([
    webRoleIsUnused(id),
    ...deleteWebRoleRow(deps.database, id),
    auditStatement(deps, actor, { action: 'web_role.deleted', entityType: 'web_role', entityId: id, before }),
  ])
  if (written.ok) return ok({ id })
  return refuse('conflict', { detail: sayWhy(webRole.name, await countWebRoleUses(deps.database, id)) })
}

function sayWhy(name: string, uses: WebRoleUses): string {
  const next =
    uses.contacts > 0 ? 'A web role with a history is kept.' : 'Take it off these invitations first.'
  return `${name} cannot be deleted: ${webRoleUsesInWords(uses)}. ${next}`
}
