import type { EventType } from '@usher/domain'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { createdAt, id, instant, json, updatedAt } from './columns.ts'

/** What happened, once each, derived from the rows that it wrote: for webhooks, and for workflows that wait or begin. */
export const events = sqliteTable(
  'events',
  {
    id: id(),
    type: text().$type<EventType>().notNull(),
    /** Of the row that tells of it: read twice looks like once. */
    key: text().notNull(),
    /** Which look at the tables found it. */
    batch: text().notNull(),
    contactId: text(),
    invitationId: text(),
    /** What subscribers are told. Never holds a code. */
    data: json<Record<string, unknown>>().notNull(),
    occurredAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('events_key').on(table.key),
    index('events_by_batch').on(table.batch),
    index('events_by_creation').on(table.createdAt),
  ],
)

/** How far a table has been read for events. */
export const eventCursors = sqliteTable('event_cursors', {
  source: text().primaryKey(),
  /** SQLite numbers rows in the order of their commits. */
  rowId: integer().notNull(),
  /** That row's id: should numbers have moved, the place is found by it. */
  lastId: text(),
  readAt: instant().notNull(),
})

/** Somebody else's system that is told of events and by workflows. */
export const webhookEndpoints = sqliteTable(
  'webhook_endpoints',
  {
    id: id(),
    name: text().notNull(),
    url: text().notNull(),
    /** Which events it is told of; none when only workflows call it. */
    eventTypes: json<EventType[]>().notNull(),
    /** `whsec_…`, sealed, context `webhook-secret:<id>`. */
    secretSealed: text().notNull(),
    /** Still signs beside the new one until then. */
    previousSecretSealed: text(),
    previousSecretEndsAt: instant(),
    /** Since when nothing got through; null after a success. */
    failingSince: instant(),
    disabledAt: instant(),
    disabledReason: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex('webhook_endpoints_name').on(table.name)],
)

export const webhookDeliveryStatuses = ['queued', 'succeeded', 'failed', 'cancelled'] as const
export type WebhookDeliveryStatus = (typeof webhookDeliveryStatuses)[number]

/** One message to one endpoint. Its id is the message's id, the same at every attempt. */
export const webhookDeliveries = sqliteTable(
  'webhook_deliveries',
  {
    id: id(),
    key: text().notNull(),
    endpointId: text()
      .notNull()
      .references(() => webhookEndpoints.id, { onDelete: 'cascade' }),
    eventId: text(),
    /** The workflow run whose step sends it. */
    runId: text(),
    contactId: text(),
    invitationId: text(),
    type: text().notNull(),
    /** The body as it is sent. Never holds a code. */
    payload: text().notNull(),
    status: text().$type<WebhookDeliveryStatus>().notNull(),
    attempts: integer().notNull().default(0),
    responseStatus: integer(),
    /** The beginning of the answer. */
    responseBody: text(),
    error: text(),
    createdAt: createdAt(),
    nextAttemptAt: instant(),
    endedAt: instant(),
  },
  (table) => [
    uniqueIndex('webhook_deliveries_key').on(table.key),
    index('webhook_deliveries_by_creation').on(table.createdAt, table.id),
    index('webhook_deliveries_by_endpoint').on(table.endpointId, table.createdAt, table.id),
    index('webhook_deliveries_by_contact').on(table.contactId),
  ],
)

export const webhookAttempts = sqliteTable(
  'webhook_attempts',
  {
    deliveryId: text()
      .notNull()
      .references(() => webhookDeliveries.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    startedAt: instant().notNull(),
    milliseconds: integer().notNull(),
    responseStatus: integer(),
    error: text(),
  },
  (table) => [primaryKey({ columns: [table.deliveryId, table.number] })],
)
