import { accountIsUnused, countAccountUses, deleteAccountRow, findAccount } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { refuseUnknownAccount } from './refusals.ts'
import { type AccountUses, accountUsesInWords } from './uses.ts'

const deleteAccountSchema = v.strictObject({ id: idField })

/** Deletes an account that nothing refers to; `conflict` in words otherwise. Input: `{ id }`. */
export async function deleteAccount({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ id: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'structure.write')
  if (forbidden) return forbidden
  const parsed = parseInput(deleteAccountSchema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const account = await findAccount(deps.database, id)
  if (!account) return refuseUnknownAccount()

  const { contactCount: _, ...before } = account
  const written = await deps.database.write([
    accountIsUnused(id),
    ...deleteAccountRow(deps.database, id),
    auditStatement(deps, actor, { action: 'account.deleted', entityType: 'account', entityId: id, before }),
  ])
  if (written.ok) return ok({ id })
  return refuse('conflict', { detail: sayWhy(account.name, await countAccountUses(deps.database, id)) })
}

function sayWhy(name: string, uses: AccountUses): string {
  const next =
    uses.redemptions > 0
      ? 'An account with redemptions is kept.'
      : 'Give them another account first, or none.'
  return `${name} cannot be deleted: ${accountUsesInWords(uses)}. ${next}`
}
