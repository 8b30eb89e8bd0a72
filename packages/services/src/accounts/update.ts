import { findAccount, isUnchanged, schema, updateAccountRow } from '@usher/database'
import { type ManagementRefusal, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { differenceOf } from '../difference.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { accountFields } from './fields.ts'
import { type Account, getAccount } from './get.ts'
import { refuseUnknownAccount } from './refusals.ts'

export const updateAccountSchema = v.strictObject({
  id: idField,
  ...v.partial(v.strictObject(accountFields)).entries,
})
export type UpdateAccountInput = v.InferInput<typeof updateAccountSchema>

/** Changes the fields that are given; `null` empties one. Input: `UpdateAccountInput`. */
export async function updateAccount({
  deps,
  actor,
  input,
}: Call): Promise<Result<Account, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'structure.write')
  if (forbidden) return forbidden
  const parsed = parseInput(updateAccountSchema, input)
  if (!parsed.ok) return parsed
  const { id, ...changes } = parsed.value
  const account = await findAccount(deps.database, id)
  if (!account) return refuseUnknownAccount()
  const difference = differenceOf(account, changes)
  if (!difference) return getAccount({ deps, actor, input: { id } })

  const written = await deps.database.write([
    isUnchanged(schema.accounts, account),
    updateAccountRow(deps.database, id, { ...changes, updatedAt: deps.now() }),
    auditStatement(deps, actor, {
      action: 'account.updated',
      entityType: 'account',
      entityId: id,
      ...difference,
    }),
  ])
  if (written.ok) return getAccount({ deps, actor, input: { id } })
  return refuse('conflict', {
    detail: 'Somebody changed this account just now. Look at it again, then change it.',
  })
}
