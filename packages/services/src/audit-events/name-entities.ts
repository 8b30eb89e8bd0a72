import { findEntityNames } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'

const nameEntitiesSchema = v.strictObject({ ids: v.pipe(v.array(idField), v.maxLength(5000)) })

/**
 * What people call the things that audit events name by id: contacts, accounts, websites, web roles, invitations,
 * workflows, staff users. Those that are gone are left out. For owners and admins. Input: `{ ids }`.
 */
export async function nameEntities({
  deps,
  actor,
  input,
}: Call): Promise<Result<Record<string, string>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(nameEntitiesSchema, input)
  if (!parsed.ok) return parsed
  const { ids } = parsed.value
  return ok(ids.length === 0 ? {} : await findEntityNames(deps.database, ids))
}
