import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts } from './accounts.ts'
import { createdAt, id, instant, updatedAt } from './columns.ts'

export const contacts = sqliteTable(
  'contacts',
  {
    id: id(),
    firstName: text(),
    lastName: text(),
    /** The primary e-mail: the only one that is ever mailed. */
    email: text(),
    /** The primary e-mail as `normaliseEmailAddress` has it; unique. */
    emailNormalised: text(),
    email2: text(),
    email3: text(),
    /** The parent account. */
    accountId: text().references(() => accounts.id),
    locale: text(),
    timeZone: text(),
    /** When the person was erased; what stays of the row names nobody. */
    erasedAt: instant(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex('contacts_email').on(table.emailNormalised),
    index('contacts_by_account').on(table.accountId),
    index('contacts_by_name').on(table.lastName, table.firstName, table.id),
  ],
)
