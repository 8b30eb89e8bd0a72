import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { createdAt, flag, id, instant, json, updatedAt } from './columns.ts'
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
    /** What they may sign in with instead of the address; in lower case. */
    username: text(),
    contactId: text().references(() => contacts.id),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex('invitee_users_email').on(table.email),
    uniqueIndex('invitee_users_username').on(table.username),
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
    /** The identity provider they came by; null: password, e-mail code or passkey. */
    signedInWith: text(),
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
    /** `credential` is a password; otherwise the issuer: an OpenID issuer, or `saml:` and an entity id. */
    providerId: text().notNull(),
    /** The subject at that issuer. */
    accountId: text().notNull(),
    /** What tells it from another one of the same issuer: the address there. */
    label: text(),
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

/** Better Auth's `verification` model for invitees: six-digit codes and challenges of passkeys. */
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

/** Under which link somebody may choose a new password; each works once. */
export const passwordResets = sqliteTable(
  'password_resets',
  {
    id: id(),
    userId: text()
      .notNull()
      .references(() => inviteeUsers.id, { onDelete: 'cascade' }),
    /** SHA-256 of what the mail holds. */
    tokenHash: text().notNull(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (table) => [
    uniqueIndex('password_resets_token').on(table.tokenHash),
    index('password_resets_by_user').on(table.userId),
  ],
)

/** Better Auth's `passkey` model. */
export const passkeys = sqliteTable(
  'passkeys',
  {
    id: id(),
    userId: text()
      .notNull()
      .references(() => inviteeUsers.id, { onDelete: 'cascade' }),
    name: text(),
    publicKey: text().notNull(),
    credentialID: text().notNull(),
    counter: integer().notNull(),
    deviceType: text().notNull(),
    backedUp: flag().notNull(),
    transports: text(),
    aaguid: text(),
    createdAt: instant(),
  },
  (table) => [
    uniqueIndex('passkeys_credential').on(table.credentialID),
    index('passkeys_by_user').on(table.userId),
  ],
)

/** The second step that somebody asked for after their password. */
export const secondFactors = sqliteTable('second_factors', {
  userId: text()
    .primaryKey()
    .references(() => inviteeUsers.id, { onDelete: 'cascade' }),
  kind: text().$type<'app' | 'email'>().notNull(),
  /** The secret shared with the authenticator app; null for e-mail. */
  secretSealed: text(),
  /** SHA-256 of the recovery codes that are left. */
  recoveryCodeHashes: json<string[]>().notNull(),
  /** The newest half minute whose code was used: none works twice. */
  lastStep: integer(),
  createdAt: createdAt(),
})
