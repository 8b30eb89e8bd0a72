import type { InvitationRequestDecision, InvitationRequestKind } from '@usher/domain'
import { and, count, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import {
  contacts,
  invitationRecipients,
  invitationRequests,
  invitations,
  staffUsers,
  websites,
} from '../schema/index.ts'
import { contactName } from './contact-name.ts'
import {
  containsText,
  endPage,
  type Page,
  type PageRequest,
  type Sorts,
  sortNamesOf,
  startPage,
} from './page.ts'

export type InvitationRequestListItem = {
  id: string
  kind: InvitationRequestKind
  requestedAt: Date
  decision: InvitationRequestDecision | null
  decidedAt: Date | null
  /** null: open, or answered by the website's policy. */
  decidedByName: string | null
  invitation: { id: string; name: string }
  /** The staff user who sent the invitation: theirs to answer. */
  owner: { id: string; name: string }
  contact: { id: string; name: string; email: string | null }
  website: { id: string; name: string }
  /** The invitation of the new link; null while there is none. */
  newInvitationId: string | null
}

const sorts = { requestedAt: [invitationRequests.requestedAt] } satisfies Sorts
export const invitationRequestSorts = sortNamesOf(sorts)

const decidedBy = alias(staffUsers, 'decided_by')
const columns = {
  id: invitationRequests.id,
  kind: invitationRequests.kind,
  requestedAt: invitationRequests.requestedAt,
  decision: invitationRequests.decision,
  decidedAt: invitationRequests.decidedAt,
  decidedByName: decidedBy.name,
  invitation: { id: invitations.id, name: invitations.name },
  owner: { id: staffUsers.id, name: staffUsers.name },
  contact: { id: contacts.id, name: contactName, email: contacts.email },
  website: { id: websites.id, name: websites.name },
  newInvitationId: invitationRequests.newInvitationId,
}

/** Newest first; `isOpen` those that wait for an answer or those that have one. `null`: the cursor is none of this list. */
export async function findInvitationRequests(
  database: Database,
  request: PageRequest & {
    isOpen?: boolean | undefined
    ownerId?: string | undefined
    invitationId?: string | undefined
    contactId?: string | undefined
  },
): Promise<Page<InvitationRequestListItem> | null> {
  const page = startPage(request, sorts, invitationRequests.id)
  if (!page) return null
  const filter = and(
    containsText(request.search, [invitations.name, contacts.firstName, contacts.lastName, contacts.email]),
    request.isOpen === undefined
      ? undefined
      : (request.isOpen ? isNull : isNotNull)(invitationRequests.decidedAt),
    request.ownerId === undefined ? undefined : eq(invitations.ownerId, request.ownerId),
    request.invitationId === undefined
      ? undefined
      : eq(invitationRequests.invitationId, request.invitationId),
    request.contactId === undefined ? undefined : eq(invitationRequests.contactId, request.contactId),
  )
  const rows = await database.query
    .select({ ...columns, pageKey: page.key })
    .from(invitationRequests)
    .innerJoin(invitations, eq(invitations.id, invitationRequests.invitationId))
    .innerJoin(staffUsers, eq(staffUsers.id, invitations.ownerId))
    .innerJoin(contacts, eq(contacts.id, invitationRequests.contactId))
    .innerJoin(websites, eq(websites.id, invitations.websiteId))
    .leftJoin(decidedBy, eq(decidedBy.id, invitationRequests.decidedById))
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  return { ...endPage(page, rows), totalCount: await countRequests(database, filter) }
}

async function countRequests(database: Database, filter: SQL | undefined): Promise<number> {
  const [row] = await database.query
    .select({ total: count() })
    .from(invitationRequests)
    .innerJoin(invitations, eq(invitations.id, invitationRequests.invitationId))
    .innerJoin(contacts, eq(contacts.id, invitationRequests.contactId))
    .where(filter)
  return row?.total ?? 0
}

/** One of them, or `null`. */
export async function findInvitationRequest(
  database: Database,
  id: string,
): Promise<InvitationRequestListItem | null> {
  const [row] = await database.query
    .select(columns)
    .from(invitationRequests)
    .innerJoin(invitations, eq(invitations.id, invitationRequests.invitationId))
    .innerJoin(staffUsers, eq(staffUsers.id, invitations.ownerId))
    .innerJoin(contacts, eq(contacts.id, invitationRequests.contactId))
    .innerJoin(websites, eq(websites.id, invitations.websiteId))
    .leftJoin(decidedBy, eq(decidedBy.id, invitationRequests.decidedById))
    .where(eq(invitationRequests.id, id))
  return row ?? null
}

/** How many wait for an answer; of one staff user's invitations, or of all. */
export async function countOpenInvitationRequests(
  database: Database,
  ownerId: string | null,
): Promise<number> {
  return countRequests(
    database,
    and(
      isNull(invitationRequests.decidedAt),
      ownerId === null ? undefined : eq(invitations.ownerId, ownerId),
    ),
  )
}

export const insertInvitationRequest = (
  database: Database,
  row: Pick<
    typeof invitationRequests.$inferInsert,
    'id' | 'invitationId' | 'contactId' | 'kind' | 'requestedAt'
  >,
): Change => database.query.insert(invitationRequests).values(row)

/** Nobody waits for an answer to the same already. */
export const invitationRequestIsNew = (asked: {
  invitationId: string
  contactId: string
  kind: InvitationRequestKind
}) =>
  guard(
    'asked',
    sql`not exists (
      select 1 from invitation_requests
      where invitation_id = ${asked.invitationId} and contact_id = ${asked.contactId} and kind = ${asked.kind}
        and decided_at is null)`,
  )

/** Nobody has answered it in the meantime. */
export const invitationRequestIsOpen = (id: string) =>
  guard('decided', sql`exists (select 1 from invitation_requests where id = ${id} and decided_at is null)`)

export const decideInvitationRequest = (
  database: Database,
  id: string,
  decided: {
    decision: InvitationRequestDecision
    decidedAt: Date
    decidedById: string | null
    newInvitationId?: string
  },
): Change => database.query.update(invitationRequests).set(decided).where(eq(invitationRequests.id, id))

/** The contact does not want this invitation: it is mailed to them no more. */
export const declineRecipient = (
  database: Database,
  recipient: { invitationId: string; contactId: string },
  declinedAt: Date,
): Change =>
  database.query
    .update(invitationRecipients)
    .set({ declinedAt })
    .where(
      and(
        eq(invitationRecipients.invitationId, recipient.invitationId),
        eq(invitationRecipients.contactId, recipient.contactId),
      ),
    )
