import { sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { createdAt, id, updatedAt } from './columns.ts'
import { websites } from './websites.ts'

export const webRoles = sqliteTable(
  'web_roles',
  {
    id: id(),
    websiteId: text()
      .notNull()
      .references(() => websites.id),
    name: text().notNull(),
    description: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex('web_roles_name').on(table.websiteId, table.name)],
)
