import type { WebsiteSettings } from '@usher/domain'
import { sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { createdAt, id, json, updatedAt } from './columns.ts'

export const websites = sqliteTable(
  'websites',
  {
    id: id(),
    name: text().notNull(),
    /** Origin and path of the site that people are invited to. */
    baseUrl: text().notNull(),
    /** Where its invitations are opened, when that is not the base URL. */
    edgeUrl: text(),
    allowedReturnUrls: json<string[]>().notNull(),
    locale: text().notNull(),
    timeZone: text().notNull(),
    /** `#rrggbb` */
    accentColor: text(),
    logoUrl: text(),
    supportEmail: text(),
    settings: json<WebsiteSettings>().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex('websites_name').on(table.name)],
)
