import { findWebRole, type WebRoleListItem } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { refuseUnknownWebRole } from './refusals.ts'

export type WebRole = WebRoleListItem

const getWebRoleSchema = v.strictObject({ id: idField })

/** Input: `{ id }`. */
export async function getWebRole({ deps, actor, input }: Call): Promise<Result<WebRole, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(getWebRoleSchema, input)
  if (!parsed.ok) return parsed
  const webRole = await findWebRole(deps.database, parsed.value.id, deps.now())
  return webRole ? ok(webRole) : refuseUnknownWebRole()
}
