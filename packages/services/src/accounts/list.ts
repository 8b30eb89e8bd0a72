import { type AccountListItem, accountSorts, findAccounts, type Page } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'

export const listAccountsSchema = v.strictObject(pageEntries(accountSorts, 'name'))
export type ListAccountsInput = v.InferInput<typeof listAccountsSchema>

/** Accounts, by `name`, `number`, `createdAt` or `updatedAt` (`-` descends). Input: `ListAccountsInput`. */
export async function listAccounts({
  deps,
  actor,
  input,
}: Call): Promise<Result<Page<AccountListItem>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(listAccountsSchema, input)
  return parsed.ok ? answerPage(await findAccounts(deps.database, parsed.value)) : parsed
}
