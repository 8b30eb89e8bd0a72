import type { ActivityType } from '@usher/domain'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { createdAt, id, instant, json } from './columns.ts'
import { staffUsers } from './staff.ts'
import { websites } from './websites.ts'

/** A line on the timeline of a contact, an invitation, or both. */
export const activities = sqliteTable(
  'activities',
  {
    id: id(),
    type: text().$type<ActivityType>().notNull(),
    contactId: text(),
    invitationId: text(),
    /** What a person reads. Never holds a code. */
    subject: text().notNull(),
    data: json<Record<string, unknown>>().notNull(),
    occurredAt: instant().notNull(),
  },
  (table) => [
    index('activities_by_contact').on(table.contactId, table.occurredAt),
    index('activities_by_invitation').on(table.invitationId, table.occurredAt),
    index('activities_by_time').on(table.occurredAt, table.id),
  ],
)

/** Who changed what: one row for every change by staff or API, in the same batch. */
export const auditEvents = sqliteTable(
  'audit_events',
  {
    id: id(),
    actorKind: text().$type<'staff' | 'api_key' | 'command_line' | 'system'>().notNull(),
    actorId: text(),
    actorName: text().notNull(),
    /** `contact.created`, `invitation.code_revealed`, … */
    action: text().notNull(),
    entityType: text().notNull(),
    entityId: text().notNull(),
    before: json<Record<string, unknown>>(),
    after: json<Record<string, unknown>>(),
    ipAddress: text(),
    occurredAt: instant().notNull(),
  },
  (table) => [
    index('audit_events_by_time').on(table.occurredAt, table.id),
    index('audit_events_by_entity').on(table.entityType, table.entityId),
  ],
)

/** A key of the management API. It acts for a staff user and can never do more than that user. */
export const apiKeys = sqliteTable(
  'api_keys',
  {
    id: id(),
    name: text().notNull(),
    /** The first characters, to tell keys apart. */
    prefix: text().notNull(),
    /** SHA-256 of the whole key. */
    keyHash: text().notNull(),
    staffUserId: text()
      .notNull()
      .references(() => staffUsers.id),
    role: text().$type<'admin' | 'inviter' | 'viewer'>().notNull(),
    /** It answers one website who somebody is, and opens nothing else. */
    websiteId: text().references(() => websites.id, { onDelete: 'cascade' }),
    /** `contacts:read`, `invitations:write`, …; null: all that its role may do. */
    scopes: json<string[]>(),
    createdAt: createdAt(),
    lastUsedAt: instant(),
    expiresAt: instant(),
    revokedAt: instant(),
  },
  (table) => [uniqueIndex('api_keys_hash').on(table.keyHash)],
)

/** The answer to a POST with an Idempotency-Key, kept for 24 hours. */
export const idempotencyRecords = sqliteTable(
  'idempotency_records',
  {
    apiKeyId: text().notNull(),
    key: text().notNull(),
    /** SHA-256 of method, path and body: the same key for another request is a conflict. */
    requestHash: text().notNull(),
    /** null while the first request is being answered. */
    status: integer(),
    /** The body, sealed: it may hold a code. Context `idempotency:<api key id>:<key>`. */
    responseSealed: text(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.apiKeyId, table.key] }),
    index('idempotency_records_by_expiry').on(table.expiresAt),
  ],
)

/** Counters of attempts, shared by all instances: how often, in which window. */
export const attempts = sqliteTable(
  'attempts',
  {
    /** What is counted, such as `code-failures:203.0.113.0/24`. */
    bucket: text().primaryKey(),
    count: integer().notNull(),
    windowEndsAt: instant().notNull(),
  },
  (table) => [index('attempts_by_end').on(table.windowEndsAt)],
)

/** Rows that the sample data made, so that they can be removed again. */
export const sampleRecords = sqliteTable(
  'sample_records',
  {
    entityType: text().notNull(),
    entityId: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex('sample_records_entity').on(table.entityType, table.entityId)],
)
