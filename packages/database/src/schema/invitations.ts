import type { InvitationStatus, InvitationType, RedeemablePolicy } from '@usher/domain'
import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts } from './accounts.ts'
import { createdAt, id, instant, json, updatedAt } from './columns.ts'
import { contacts } from './contacts.ts'
import { identityProviders } from './identity-providers.ts'
import { staffUsers } from './staff.ts'
import { webRoles } from './web-roles.ts'
import { websites } from './websites.ts'
import { workflows } from './workflows.ts'

export const invitations = sqliteTable(
  'invitations',
  {
    id: id(),
    name: text().notNull(),
    type: text().$type<InvitationType>().notNull(),
    websiteId: text()
      .notNull()
      .references(() => websites.id),
    /** The sender. */
    ownerId: text()
      .notNull()
      .references(() => staffUsers.id),
    inviterContactId: text().references(() => contacts.id),
    /** HMAC of the code. */
    codeHash: text().notNull(),
    /** The code, sealed; context `invitation-code:<id>`. */
    codeSealed: text().notNull(),
    codeKind: text().$type<'generated' | 'chosen'>().notNull(),
    expiresAt: instant(),
    assignToAccountId: text().references(() => accounts.id),
    redemptionWorkflowId: text().references(() => workflows.id),
    /** 1 for Single; null: as often as people come. */
    maximumRedemptions: integer(),
    redemptionCount: integer().notNull().default(0),
    redeemableBy: text().$type<RedeemablePolicy>().notNull(),
    emailDomains: json<string[]>().notNull(),
    /** The one way in that it asks for; null: any that the website offers. */
    identityProviderId: text().references(() => identityProviders.id),
    message: text(),
    sentAt: instant(),
    deactivatedAt: instant(),
    /** The same rule as the domain's `statusOf`. */
    status: text()
      .$type<InvitationStatus>()
      .notNull()
      .generatedAlwaysAs(
        sql`(case when deactivated_at is not null then 'inactive' when redemption_count >= maximum_redemptions then 'redeemed' when sent_at is not null then 'sent' else 'new' end)`,
        { mode: 'virtual' },
      ),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex('invitations_code').on(table.codeHash),
    index('invitations_by_status').on(table.status, table.createdAt, table.id),
    index('invitations_by_creation').on(table.createdAt, table.id),
    index('invitations_by_expiry').on(table.expiresAt),
    check(
      'invitations_seats',
      sql`redemption_count >= 0 and (maximum_redemptions is null or redemption_count <= maximum_redemptions)`,
    ),
    check('invitations_single', sql`type <> 'single' or maximum_redemptions = 1`),
  ],
)

/** The invited contacts. */
export const invitationRecipients = sqliteTable(
  'invitation_recipients',
  {
    invitationId: text()
      .notNull()
      .references(() => invitations.id, { onDelete: 'cascade' }),
    contactId: text()
      .notNull()
      .references(() => contacts.id),
    declinedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.invitationId, table.contactId] }),
    index('invitation_recipients_by_contact').on(table.contactId),
  ],
)

/** What an invitation grants, and who put it there: that staff user must still be allowed to at redemption. */
export const invitationWebRoles = sqliteTable(
  'invitation_web_roles',
  {
    invitationId: text()
      .notNull()
      .references(() => invitations.id, { onDelete: 'cascade' }),
    webRoleId: text()
      .notNull()
      .references(() => webRoles.id),
    addedById: text()
      .notNull()
      .references(() => staffUsers.id),
    /** When the granted role ends. */
    grantEndsAt: instant(),
    /** Days from the redemption on; never together with `grantEndsAt`. */
    grantLastsDays: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.invitationId, table.webRoleId] }),
    index('invitation_web_roles_by_role').on(table.webRoleId),
  ],
)
