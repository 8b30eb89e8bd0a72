import { findWebRole, isUnchanged, schema, updateWebRoleRow, webRoleNameIsFree } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { differenceOf } from '../difference.ts'
import { idField } from '../fields.ts'
import { parseInput, refuseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { webRoleFields } from './fields.ts'
import { getWebRole, type WebRole } from './get.ts'
import { refuseUnknownWebRole, refuseWebRoleGuard } from './refusals.ts'

export const updateWebRoleSchema = v.strictObject({
  id: idField,
  websiteId: v.optional(idField),
  ...v.partial(v.strictObject(webRoleFields)).entries,
})
export type UpdateWebRoleInput = v.InferInput<typeof updateWebRoleSchema>

/** Changes name or description. Input: `UpdateWebRoleInput`. */
export async function updateWebRole({
  deps,
  actor,
  input,
}: Call): Promise<Result<WebRole, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'structure.write')
  if (forbidden) return forbidden
  const parsed = parseInput(updateWebRoleSchema, input)
  if (!parsed.ok) return parsed
  const { id, websiteId, ...changes } = parsed.value
  const webRole = await findWebRole(deps.database, id, deps.now())
  if (!webRole) return refuseUnknownWebRole()
  if (websiteId !== undefined && websiteId !== webRole.websiteId) {
    return refuseInput({
      path: 'websiteId',
      message: 'A web role stays on its website. Create one on the other website.',
    })
  }
  const difference = differenceOf(webRole, changes)
  if (!difference) return getWebRole({ deps, actor, input: { id } })

  const written = await deps.database.write([
    isUnchanged(schema.webRoles, webRole),
    ...(changes.name === undefined ? [] : [webRoleNameIsFree(webRole.websiteId, changes.name, id)]),
    updateWebRoleRow(deps.database, id, { ...changes, updatedAt: deps.now() }),
    auditStatement(deps, actor, {
      action: 'web_role.updated',
      entityType: 'web_role',
      entityId: id,
      ...difference,
    }),
  ])
  return written.ok ? getWebRole({ deps, actor, input: { id } }) : refuseWebRoleGuard(written.guard)
}
