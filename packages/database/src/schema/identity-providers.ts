import type { IdentityProviderOptions, IdentityProviderPreset } from '@usher/domain'
import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { createdAt, id, instant, json, updatedAt } from './columns.ts'
import { websites } from './websites.ts'

/** Who else may say who somebody is: an OpenID provider, GitHub, or a SAML identity provider, on one website. */
export const identityProviders = sqliteTable(
  'identity_providers',
  {
    id: id(),
    websiteId: text()
      .notNull()
      .references(() => websites.id, { onDelete: 'cascade' }),
    preset: text().$type<IdentityProviderPreset>().notNull(),
    /** As invitees read it on the button. */
    name: text().notNull(),
    /** Issuer of OpenID Connect, entity id of SAML. */
    issuer: text().notNull(),
    clientId: text().notNull(),
    /** Client secret, or the private key that signs one. */
    secretSealed: text(),
    options: json<IdentityProviderOptions>().notNull(),
    disabledAt: instant(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex('identity_providers_name').on(table.websiteId, table.name),
    index('identity_providers_by_issuer').on(table.issuer),
  ],
)
