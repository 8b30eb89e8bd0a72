import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { createdAt, flag, id, instant, json, updatedAt } from './columns.ts'
import { inviteeUsers } from './invitees.ts'
import { websites } from './websites.ts'

/** A program of a website that signs people in through the edge. Its id is its `client_id`. */
export const oidcClients = sqliteTable(
  'oidc_clients',
  {
    id: id(),
    websiteId: text()
      .notNull()
      .references(() => websites.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** SHA-256, in hex; null for a program that cannot keep a secret. */
    secretHash: text(),
    redirectUris: json<string[]>().notNull(),
    postLogoutRedirectUris: json<string[]>().notNull(),
    /** Somebody else's program: people are asked before it learns who they are. */
    asksConsent: flag().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex('oidc_clients_name').on(table.websiteId, table.name)],
)

/** An RSA public key (RFC 7518, 6.3.1). */
export type PublicJwk = { kty: 'RSA'; n: string; e: string }

/** What tokens are signed with: the newest signs, those before it are still published for a while. */
export const oidcKeys = sqliteTable('oidc_keys', {
  /** The `kid`. */
  id: id(),
  publicJwk: json<PublicJwk>().notNull(),
  privateJwkSealed: text().notNull(),
  createdAt: createdAt(),
})

/** What somebody's sign-in at a website has given it: one row an authorization code that was redeemed. */
export const oidcAuthorizations = sqliteTable(
  'oidc_authorizations',
  {
    /** Chosen when the code is made, so that the same code cannot make a second row. */
    id: id(),
    clientId: text()
      .notNull()
      .references(() => oidcClients.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => inviteeUsers.id, { onDelete: 'cascade' }),
    /** The session at the edge that it came from; signing out there ends this. */
    sessionId: text(),
    scope: text().notNull(),
    authenticatedAt: instant().notNull(),
    /** How often its refresh token was exchanged: only the newest one counts. */
    refreshGeneration: integer().notNull(),
    createdAt: createdAt(),
    endsAt: instant().notNull(),
    revokedAt: instant(),
  },
  (table) => [
    index('oidc_authorizations_by_client').on(table.clientId),
    index('oidc_authorizations_by_user').on(table.userId),
    index('oidc_authorizations_by_end').on(table.endsAt),
  ],
)
