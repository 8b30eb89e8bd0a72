import type { StaffRole } from '@usher/domain'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { createdAt, flag, id, instant, updatedAt } from './columns.ts'
import { webRoles } from './web-roles.ts'

/** Who signs in to the admin. Shaped for Better Auth's `user` model. */
export const staffUsers = sqliteTable(
  'staff_users',
  {
    id: id(),
    name: text().notNull(),
    email: text().notNull(),
    emailVerified: flag().notNull(),
    image: text(),
    role: text().$type<StaffRole>().notNull(),
    twoFactorEnabled: flag().notNull().default(false),
    deactivatedAt: instant(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex('staff_users_email').on(table.email)],
)

/** The ceiling of an inviter: the web roles they may grant. Owners and admins may grant all. */
export const staffGrantableWebRoles = sqliteTable(
  'staff_grantable_web_roles',
  {
    staffUserId: text()
      .notNull()
      .references(() => staffUsers.id, { onDelete: 'cascade' }),
    webRoleId: text()
      .notNull()
      .references(() => webRoles.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.staffUserId, table.webRoleId] })],
)

/** Better Auth's `session` model for staff. */
export const staffSessions = sqliteTable(
  'staff_sessions',
  {
    id: id(),
    token: text().notNull(),
    userId: text()
      .notNull()
      .references(() => staffUsers.id, { onDelete: 'cascade' }),
    expiresAt: instant().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex('staff_sessions_token').on(table.token),
    index('staff_sessions_by_user').on(table.userId),
  ],
)

/** Better Auth's `account` model for staff: how a staff user signs in. */
export const staffCredentials = sqliteTable(
  'staff_credentials',
  {
    id: id(),
    userId: text()
      .notNull()
      .references(() => staffUsers.id, { onDelete: 'cascade' }),
    providerId: text().notNull(),
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
    uniqueIndex('staff_credentials_subject').on(table.providerId, table.accountId),
    index('staff_credentials_by_user').on(table.userId),
  ],
)

/** Better Auth's `verification` model for staff. */
export const staffVerifications = sqliteTable(
  'staff_verifications',
  {
    id: id(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: instant().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index('staff_verifications_by_identifier').on(table.identifier)],
)

/** Better Auth's `twoFactor` model for staff: the secret of the authenticator app and recovery codes, both encrypted. */
export const staffTwoFactors = sqliteTable(
  'staff_two_factors',
  {
    id: id(),
    userId: text()
      .notNull()
      .references(() => staffUsers.id, { onDelete: 'cascade' }),
    secret: text().notNull(),
    backupCodes: text().notNull(),
    /** false: begun, and not yet proven with a first code. */
    verified: flag().default(true),
    failedVerificationCount: integer().default(0),
    lockedUntil: instant(),
  },
  (table) => [index('staff_two_factors_by_user').on(table.userId)],
)

/** `invitation`: somebody chooses their first password; `password_reset`: a new one. */
export type StaffLinkKind = 'invitation' | 'password_reset'

/** A one-time link that was mailed to a staff user. What it holds is here as a hash alone. */
export const staffLinks = sqliteTable(
  'staff_links',
  {
    id: id(),
    kind: text().$type<StaffLinkKind>().notNull(),
    staffUserId: text()
      .notNull()
      .references(() => staffUsers.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull(),
    /** null: they asked for it themselves. */
    createdById: text(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (table) => [
    uniqueIndex('staff_links_token').on(table.tokenHash),
    index('staff_links_by_user').on(table.staffUserId),
  ],
)
