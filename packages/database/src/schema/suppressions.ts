import type { SuppressionReason } from '@usher/domain'
import { sql } from 'drizzle-orm'
import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { createdAt, id, instant } from './columns.ts'

/** Addresses that are not mailed any more. The hash stays when everything else of a person is erased. */
export const suppressions = sqliteTable(
  'suppressions',
  {
    id: id(),
    addressHash: text().notNull(),
    /** For staff to read; null once the person was erased. */
    address: text(),
    /** null: no invitation of any website. */
    websiteId: text(),
    reason: text().$type<SuppressionReason>().notNull(),
    /** The mail that led to it. */
    emailId: text(),
    createdById: text(),
    createdAt: createdAt(),
    liftedAt: instant(),
  },
  (table) => [
    uniqueIndex('suppressions_once')
      .on(table.addressHash, sql`coalesce(website_id, '')`)
      .where(sql`lifted_at is null`),
    index('suppressions_by_creation')
      .on(table.createdAt, table.id)
      .where(sql`lifted_at is null`),
  ],
)
