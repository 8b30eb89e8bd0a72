import {
  findOidcClient,
  isUnchanged,
  oidcClientNameIsFree,
  schema,
  updateOidcClientRow,
} from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { differenceOf } from '../difference.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { oidcClientFields } from './fields.ts'
import { getOidcClient, type OidcClient } from './get.ts'
import { refuseOidcClientGuard, refuseUnknownOidcClient } from './refusals.ts'

export const updateOidcClientSchema = v.strictObject({
  id: idField,
  ...v.partial(v.strictObject(oidcClientFields)).entries,
})
export type UpdateOidcClientInput = v.InferInput<typeof updateOidcClientSchema>

/** Changes the fields that are given; website and kind stay. Input: `UpdateOidcClientInput`. */
export async function updateOidcClient({
  deps,
  actor,
  input,
}: Call): Promise<Result<OidcClient, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(updateOidcClientSchema, input)
  if (!parsed.ok) return parsed
  const { id, ...changes } = parsed.value
  const client = await findOidcClient(deps.database, id)
  if (!client) return refuseUnknownOidcClient()
  const difference = differenceOf(client, changes)
  if (!difference) return getOidcClient({ deps, actor, input: { id } })

  const written = await deps.database.write([
    isUnchanged(schema.oidcClients, client),
    ...(changes.name === undefined ? [] : [oidcClientNameIsFree(client.websiteId, changes.name, id)]),
    updateOidcClientRow(deps.database, id, { ...changes, updatedAt: deps.now() }),
    auditStatement(deps, actor, {
      action: 'oidc_client.updated',
      entityType: 'oidc_client',
      entityId: id,
      ...difference,
    }),
  ])
  return written.ok ? getOidcClient({ deps, actor, input: { id } }) : refuseOidcClientGuard(written.guard)
}
