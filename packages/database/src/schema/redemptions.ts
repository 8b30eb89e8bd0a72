import { sql } from 'drizzle-orm'
import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts } from './accounts.ts'
import { id, instant } from './columns.ts'
import { contacts } from './contacts.ts'
import { invitations } from './invitations.ts'
import { inviteeUsers } from './invitees.ts'
import { staffUsers } from './staff.ts'
import { webRoles } from './web-roles.ts'

/** One contact's successful use of an invitation. */
export const redemptions = sqliteTable(
  'redemptions',
  {
    id: id(),
    invitationId: text()
      .notNull()
      .references(() => invitations.id),
    /** Deferrable in the migration: the claim comes first, a new contact follows in the same transaction. */
    contactId: text()
      .notNull()
      .references(() => contacts.id),
    userId: text().references(() => inviteeUsers.id, { onDelete: 'set null' }),
    /** The account the contact joined by it, and the one it had: so that it can be undone. */
    accountId: text().references(() => accounts.id),
    previousAccountId: text().references(() => accounts.id),
    ipAddress: text(),
    userAgent: text(),
    redeemedAt: instant().notNull(),
    /** When the redeemer gave back what it had given. */
    givenBackAt: instant(),
    undoneAt: instant(),
    undoneById: text().references(() => staffUsers.id),
  },
  (table) => [
    uniqueIndex('redemptions_once')
      .on(table.invitationId, table.contactId)
      .where(sql`undone_at is null`),
    index('redemptions_by_contact').on(table.contactId),
    index('redemptions_by_time').on(table.redeemedAt, table.id),
  ],
)

/** A web role that a contact has, and where it comes from. Several may give the same role; each is taken back alone. */
export const grants = sqliteTable(
  'grants',
  {
    id: id(),
    contactId: text()
      .notNull()
      .references(() => contacts.id),
    webRoleId: text()
      .notNull()
      .references(() => webRoles.id),
    /** null: given by staff by hand. */
    redemptionId: text().references(() => redemptions.id),
    grantedById: text().references(() => staffUsers.id),
    grantedAt: instant().notNull(),
    endsAt: instant(),
    revokedAt: instant(),
    revokedById: text().references(() => staffUsers.id),
  },
  (table) => [
    uniqueIndex('grants_once').on(table.redemptionId, table.webRoleId),
    index('grants_by_contact').on(table.contactId, table.webRoleId),
    index('grants_by_role').on(table.webRoleId),
    index('grants_by_end')
      .on(table.endsAt)
      .where(sql`ends_at is not null and revoked_at is null`),
  ],
)
