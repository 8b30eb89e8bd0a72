import { deleteOidcClientRow, findOidcClient } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { refuseUnknownOidcClient } from './refusals.ts'

const deleteOidcClientSchema = v.strictObject({ id: idField })

/** Nobody signs in through it any more, and what it was given before ends at once. Input: `{ id }`. */
export async function deleteOidcClient({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ id: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(deleteOidcClientSchema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const client = await findOidcClient(deps.database, id)
  if (!client) return refuseUnknownOidcClient()
  const { websiteName: _, ...before } = client
  await deps.database.write([
    deleteOidcClientRow(deps.database, id),
    auditStatement(deps, actor, {
      action: 'oidc_client.deleted',
      entityType: 'oidc_client',
      entityId: id,
      before,
    }),
  ])
  return ok({ id })
}
