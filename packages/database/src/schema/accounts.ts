import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { createdAt, id, updatedAt } from './columns.ts'

export const accounts = sqliteTable(
  'accounts',
  {
    id: id(),
    name: text().notNull(),
    /** The organisation's own number for it, such as a customer number. */
    number: text(),
    email: text(),
    websiteUrl: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index('accounts_by_name').on(table.name, table.id)],
)
