import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { guard, type Change } from '../connection/statement.ts'
import { accounts, contacts, invitations, redemptions } from '../schema/index.ts'
import { countRows, countSome } from './count-rows.ts'
import { endPage, type Page, type PageRequest, type Sorts, sortNamesOf, startPage } from './page.ts'
import { forgetSampleRecord } from './sample-records.ts'
import { idsWithWords, wordsOf } from './search.ts'

export type AccountRow = typeof accounts.$inferSelect
export type AccountListItem = AccountRow & { contactCount: number }

const sorts = {
  name: [sql`${accounts.name} collate nocase`],
  number: [sql`coalesce(${accounts.number}, '')`],
  createdAt: [accounts.createdAt],
  updatedAt: [accounts.updatedAt],
} satisfies Sorts
export const accountSorts = sortNamesOf(sorts)

// In plain SQL: where one table is selected from, Drizzle names columns without their table.
const contactCount = sql<number>`(select count(*) from contacts where contacts.account_id = accounts.id)`
const columns = {
  id: accounts.id,
  name: accounts.name,
  number: accounts.number,
  email: accounts.email,
  websiteUrl: accounts.websiteUrl,
  createdAt: accounts.createdAt,
  updatedAt: accounts.updatedAt,
  contactCount,
}

export async function findAccount(database: Database, id: string): Promise<AccountListItem | null> {
  const [account] = await database.query.select(columns).from(accounts).where(eq(accounts.id, id))
  return account ?? null
}

/** `null`: the cursor is none of this list. */
export async function findAccounts(
  database: Database,
  request: PageRequest,
): Promise<Page<AccountListItem> | null> {
  const page = startPage(request, sorts, accounts.id)
  if (!page) return null
  const words = wordsOf(request.search)
  const filter =
    request.search.trim() === ''
      ? undefined
      : words.length === 0
        ? sql`0`
        : sql`accounts.id in (${idsWithWords('account', words)})`
  const rows = await database.query
    .select({ ...columns, pageKey: page.key })
    .from(accounts)
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  return { ...endPage(page, rows), totalCount: await countSome(database, sql`${accounts}`, filter) }
}

export const accountExists = (id: string) =>
  guard('account_unknown', sql`exists (select 1 from ${accounts} where ${eq(accounts.id, id)})`)

export const updateAccountRow = (database: Database, id: string, values: Partial<AccountRow>): Change =>
  database.query.update(accounts).set(values).where(eq(accounts.id, id))

export const accountIsUnused = (id: string) =>
  guard(
    'in_use',
    sql`not exists (select 1 from ${contacts} where ${eq(contacts.accountId, id)})
      and not exists (select 1 from ${invitations} where ${eq(invitations.assignToAccountId, id)})
      and not exists (select 1 from ${redemptions} where ${id} in (${redemptions.accountId}, ${redemptions.previousAccountId}))`,
  )

export const deleteAccountRow = (database: Database, id: string): Change[] => [
  database.query.delete(accounts).where(eq(accounts.id, id)),
  forgetSampleRecord(database, 'account', id),
]

/** What keeps an account from being deleted. */
export async function countAccountUses(database: Database, id: string) {
  return {
    contacts: await countRows(database, contacts, eq(contacts.accountId, id)),
    invitations: await countRows(database, invitations, eq(invitations.assignToAccountId, id)),
    redemptions: await countRows(
      database,
      redemptions,
      sql`${id} in (${redemptions.accountId}, ${redemptions.previousAccountId})`,
    ),
  }
}
