import { schema, webRoleNameIsFree, websiteExists } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { webRoleFields } from './fields.ts'
import { getWebRole, type WebRole } from './get.ts'
import { refuseWebRoleGuard } from './refusals.ts'

export const createWebRoleSchema = v.strictObject({
  websiteId: idField,
  name: webRoleFields.name,
  description: v.optional(webRoleFields.description, null),
})
export type CreateWebRoleInput = v.InferInput<typeof createWebRoleSchema>

/** Creates a web role on a website; `conflict` when the website has one of that name. Input: `CreateWebRoleInput`. */
export async function createWebRole({
  deps,
  actor,
  input,
}: Call): Promise<Result<WebRole, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'structure.write')
  if (forbidden) return forbidden
  const parsed = parseInput(createWebRoleSchema, input)
  if (!parsed.ok) return parsed
  const webRole = parsed.value
  const id = deps.newId()
  const now = deps.now()
  const written = await deps.database.write([
    websiteExists(webRole.websiteId),
    webRoleNameIsFree(webRole.websiteId, webRole.name),
    deps.database.query.insert(schema.webRoles).values({ id, ...webRole, createdAt: now, updatedAt: now }),
    auditStatement(deps, actor, {
      action: 'web_role.created',
      entityType: 'web_role',
      entityId: id,
      after: webRole,
    }),
  ])
  return written.ok ? getWebRole({ deps, actor, input: { id } }) : refuseWebRoleGuard(written.guard)
}
