import { deleteIdentityProviderRow, findIdentityProvider, identityProviderIsUnused } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { describeIdentityProvider } from './describe.ts'
import { refuseUnknownIdentityProvider } from './refusals.ts'

const deleteIdentityProviderSchema = v.strictObject({ id: idField })

/** Takes a way in off a website, unless an invitation asks for it; `conflict` in words then. Input: `{ id }`. */
export async function deleteIdentityProvider({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ id: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'structure.write')
  if (forbidden) return forbidden
  const parsed = parseInput(deleteIdentityProviderSchema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const row = await findIdentityProvider(deps.database, id)
  if (!row) return refuseUnknownIdentityProvider()
  const written = await deps.database.write([
    identityProviderIsUnused(id),
    deleteIdentityProviderRow(deps.database, id),
    auditStatement(deps, actor, {
      action: 'identity_provider.deleted',
      entityType: 'identity_provider',
      entityId: id,
      before: describeIdentityProvider(deps, row),
    }),
  ])
  return written.ok
    ? ok({ id })
    : refuse('conflict', {
        detail: `${row.name} cannot be deleted: invitations ask for it. Switch it off, or change these invitations first.`,
      })
}
