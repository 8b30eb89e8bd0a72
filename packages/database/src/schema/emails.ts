import type { EmailStatus, ExclusionReason, SendStatus } from '@usher/domain'
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { createdAt, id, instant, json } from './columns.ts'
import { contacts } from './contacts.ts'
import { invitations } from './invitations.ts'

/** One decision of staff to mail invitations: planned and frozen, then worked off. */
export const sends = sqliteTable(
  'sends',
  {
    id: id(),
    /** The staff user who sent it; null when an API key without one did. */
    createdById: text(),
    status: text().$type<SendStatus>().notNull(),
    plannedCount: integer().notNull(),
    /** When it was wished for: a time of each recipient's clock, or an instant; null: at once. */
    scheduledFor: text(),
    createdAt: createdAt(),
    pausedAt: instant(),
    cancelledAt: instant(),
    completedAt: instant(),
  },
  (table) => [index('sends_by_creation').on(table.createdAt, table.id)],
)

/** Who was left out of a send, and why. */
export const sendExclusions = sqliteTable(
  'send_exclusions',
  {
    id: id(),
    sendId: text()
      .notNull()
      .references(() => sends.id, { onDelete: 'cascade' }),
    invitationId: text().notNull(),
    contactId: text(),
    reason: text().$type<ExclusionReason>().notNull(),
  },
  (table) => [index('send_exclusions_by_send').on(table.sendId)],
)

/** What a mail is. */
export const emailKinds = [
  'invitation',
  'email_code',
  'password_reset',
  'workflow',
  'test',
  'redemption_undone',
  'staff_link',
] as const
export type EmailKind = (typeof emailKinds)[number]

/** One mail to one person, from the decision to send it to what became of it. */
export const emails = sqliteTable(
  'emails',
  {
    id: id(),
    /** Twice looks like once: the key of the decision that led to it. */
    key: text().notNull(),
    kind: text().$type<EmailKind>().notNull(),
    sendId: text().references(() => sends.id),
    invitationId: text().references(() => invitations.id),
    contactId: text().references(() => contacts.id),
    websiteId: text(),
    workflowVersionId: text(),
    /** The version of the template it is written with; null: what Usher brings. */
    templateVersionId: text(),
    /** What the renderer needs and the rows do not hold: sealed JSON, context `email-input:<id>`. */
    inputSealed: text(),
    status: text().$type<EmailStatus>().notNull(),
    /** The contact's primary e-mail when the mail was decided on; null where nothing secret is in it. */
    plannedAddress: text(),
    /** It does not leave before; null: it may at once. */
    scheduledAt: instant(),
    /** The address as it was when the mail was sent. */
    toAddress: text(),
    fromAddress: text(),
    replyTo: text(),
    subject: text(),
    /** `{ html, text }`, sealed, context `email-content:<id>`. Codes are in it in outbox mode only. */
    contentSealed: text(),
    transport: text().$type<'outbox' | 'postmark' | 'smtp'>(),
    providerMessageId: text(),
    providerErrorCode: integer(),
    error: text(),
    createdAt: createdAt(),
    /** When it was handed to the transport: set before the attempt, so that a crash leaves a trace. */
    attemptedAt: instant(),
    /** Attempts of which nobody knew whether the provider took the mail. */
    doubts: integer().notNull().default(0),
    /** How often the provider took it once too often; known by its own records. */
    duplicates: integer().notNull().default(0),
    /** How often the provider was asked what became of it, and when to ask next; null: never again. */
    checks: integer().notNull().default(0),
    nextCheckAt: instant(),
    sentAt: instant(),
    deliveredAt: instant(),
    openedAt: instant(),
    failedAt: instant(),
  },
  (table) => [
    uniqueIndex('emails_key').on(table.key),
    index('emails_by_creation').on(table.createdAt, table.id),
    index('emails_by_send').on(table.sendId, table.status),
    index('emails_by_invitation').on(table.invitationId),
    index('emails_by_contact').on(table.contactId),
    index('emails_to_check')
      .on(table.nextCheckAt)
      .where(sql`next_check_at is not null`),
    index('emails_by_message').on(table.providerMessageId),
  ],
)

/** What the provider told about a mail. Duplicates have the same key and are kept once. */
export const emailEvents = sqliteTable(
  'email_events',
  {
    emailId: text()
      .notNull()
      .references(() => emails.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    type: text().$type<EmailStatus>().notNull(),
    occurredAt: instant().notNull(),
    data: json<Record<string, unknown>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.emailId, table.key] })],
)
