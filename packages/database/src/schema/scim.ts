import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { createdAt, id, instant, updatedAt } from './columns.ts'
import { websites } from './websites.ts'

/** Where a website wants its people and web roles pushed to, by SCIM 2.0. */
export const scimTargets = sqliteTable(
  'scim_targets',
  {
    id: id(),
    websiteId: text()
      .notNull()
      .references(() => websites.id, { onDelete: 'cascade' }),
    /** Without a slash at the end; `/Users` follows. */
    baseUrl: text().notNull(),
    tokenSealed: text().notNull(),
    /** When it is looked at next; whoever does moves it on first, so that no two do. */
    nextSyncAt: instant().notNull(),
    failedAttempts: integer().notNull(),
    lastError: text(),
    /** When everything was there. */
    syncedAt: instant(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex('scim_targets_website').on(table.websiteId),
    index('scim_targets_due').on(table.nextSyncAt),
  ],
)

/** What is there at the target, as it was pushed last. */
export const scimLinks = sqliteTable(
  'scim_links',
  {
    targetId: text()
      .notNull()
      .references(() => scimTargets.id, { onDelete: 'cascade' }),
    kind: text().$type<'user' | 'group'>().notNull(),
    /** The contact, or the web role. */
    localId: text().notNull(),
    /** Null: the target will not have it as it is; tried again once it is another. */
    remoteId: text(),
    hash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.targetId, table.kind, table.localId] })],
)

/** One request to a target, and what came of it. */
export const scimDeliveries = sqliteTable(
  'scim_deliveries',
  {
    id: id(),
    targetId: text()
      .notNull()
      .references(() => scimTargets.id, { onDelete: 'cascade' }),
    method: text().notNull(),
    kind: text().$type<'user' | 'group'>().notNull(),
    localId: text().notNull(),
    name: text().notNull(),
    /** Null: nobody answered. */
    status: integer(),
    error: text(),
    occurredAt: instant().notNull(),
  },
  (table) => [index('scim_deliveries_by_target').on(table.targetId, table.occurredAt, table.id)],
)
