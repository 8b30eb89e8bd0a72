import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { createdAt, flag, id, instant, updatedAt } from './columns.ts'
import { contacts } from './contacts.ts'

/** Who signs in at the edge. Shaped for Better Auth's `user` model; belongs to one contact once redeemed. */
export const inviteeUsers = sqliteTable(
  'invitee_users',
  {
    id: id(),
    name: text().notNull(),
    email: text().notNull(),
    emailVerified: flag().notNull(),
    image: text(),
    contactId: text().references(() => contacts.id),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex('invitee_users_email').on(table.email),
    uniqueIndex('invitee_users_contact').on(table.contactId),
  ],
)

/** Better Auth's `session` model for invitees. */
export const inviteeSessions = sqliteTable(
  'invitee_sessions',
  {
    id: id(),
    token: text().notNull(),
    userId: text()
      .notNull()
      .references(() => inviteeUsers.id, { onDelete: 'cascade' }),
    expiresAt: instant().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex('invitee_sessions_token').on(table.token),
    index('invitee_sessions_by_user').on(table.userId),
  ],
)

/** How an invitee signs in: one row a provider and subject. Shaped for Better Auth's `account` model. */
export const identities = sqliteTable(
  'identities',
  {
    id: id(),
    userId: text()
      .notNull()
      .references(() => inviteeUsers.id, { onDelete: 'cascade' }),
    /** `credential` is a password; otherwise the provider. */
    providerId: text().notNull(),
    /** The subject at that provider. */
    accountId: text().notNull(),
    password: text(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: instant(),
    refreshTokenExpiresAt: instant(),
    scope: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex('identities_subject').on(table.providerId, table.accountId),
    index('identities_by_user').on(table.userId),
  ],
)

/** Better Auth's `verification` model for invitees: six-digit codes and reset tokens. */
export const inviteeVerifications = sqliteTable(
  'invitee_verifications',
  {
    id: id(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: instant().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index('invitee_verifications_by_identifier').on(table.identifier)],
)
