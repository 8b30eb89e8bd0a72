import { type AccountListItem, findAccount } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { refuseUnknownAccount } from './refusals.ts'

export type Account = AccountListItem

const getAccountSchema = v.strictObject({ id: idField })

/** Input: `{ id }`. */
export async function getAccount({ deps, actor, input }: Call): Promise<Result<Account, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(getAccountSchema, input)
  if (!parsed.ok) return parsed
  const account = await findAccount(deps.database, parsed.value.id)
  return account ? ok(account) : refuseUnknownAccount()
}
