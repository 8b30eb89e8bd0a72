import { findAccountsByName } from '@usher/database'
import type { Deps } from '../deps.ts'

/** Account ids by name in lower case; grows as accounts are created. */
export type Accounts = Map<string, string>
export const accountKey = (name: string) => name.toLowerCase()

export const accountIdIn = (accounts: Accounts, name: string): string | null =>
  accounts.get(accountKey(name)) ?? null

/** The accounts that the rows name, as far as they exist: of several with one name the oldest. */
export async function readAccounts(
  deps: Deps,
  rows: readonly { account: string | null }[],
): Promise<Accounts> {
  const accounts: Accounts = new Map()
  const names = [...new Set(rows.flatMap((row) => row.account ?? []))]
  for (const { id, name } of names.length > 0 ? await findAccountsByName(deps.database, names) : []) {
    if (!accounts.has(accountKey(name))) accounts.set(accountKey(name), id)
  }
  return accounts
}
