import type { InvitationRequestDecision, InvitationRequestKind } from '@usher/domain'
import { sql } from 'drizzle-orm'
import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, instant } from './columns.ts'
import { contacts } from './contacts.ts'
import { invitations } from './invitations.ts'
import { staffUsers } from './staff.ts'

/** What invitees ask for or tell about an invitation; open until staff, or the website's policy, have answered. */
export const invitationRequests = sqliteTable(
  'invitation_requests',
  {
    id: id(),
    invitationId: text()
      .notNull()
      .references(() => invitations.id, { onDelete: 'cascade' }),
    /** Whom the invitation was made for: a new link goes to their mailbox and nowhere else. */
    contactId: text()
      .notNull()
      .references(() => contacts.id),
    kind: text().$type<InvitationRequestKind>().notNull(),
    requestedAt: instant().notNull(),
    decision: text().$type<InvitationRequestDecision>(),
    decidedAt: instant(),
    decidedById: text().references(() => staffUsers.id),
    newInvitationId: text().references(() => invitations.id, { onDelete: 'set null' }),
  },
  (table) => [
    uniqueIndex('invitation_requests_open')
      .on(table.invitationId, table.contactId, table.kind)
      .where(sql`decided_at is null`),
    index('invitation_requests_by_time').on(table.requestedAt, table.id),
    index('invitation_requests_by_contact').on(table.contactId),
  ],
)
