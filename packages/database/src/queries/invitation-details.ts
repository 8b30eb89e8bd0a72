import type { EmailStatus } from '@usher/domain'
import { and, desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import {
  accounts,
  contacts,
  invitationRecipients,
  invitations,
  invitationWebRoles,
  redemptions,
  staffUsers,
  webRoles,
  websites,
  workflows,
} from '../schema/index.ts'
import {
  containsText,
  endPage,
  type Page,
  type PageRequest,
  type Sorts,
  sortNamesOf,
  startPage,
} from './page.ts'

export type InvitationPerson = {
  id: string
  firstName: string | null
  lastName: string | null
  email: string | null
}
export type InvitationRecipient = InvitationPerson & {
  declinedAt: Date | null
  redeemedAt: Date | null
  /** The last mail of this invitation to this contact. */
  lastEmail: { id: string; status: EmailStatus } | null
}

const person = {
  id: contacts.id,
  firstName: contacts.firstName,
  lastName: contacts.lastName,
  email: contacts.email,
}

/** What an invitation names, with names; `null` when there is no such invitation. */
export async function findInvitationNames(database: Database, id: string) {
  const { query } = database
  const [[row], roles] = await Promise.all([
    query
      .select({
        website: {
          id: websites.id,
          name: websites.name,
          baseUrl: websites.baseUrl,
          locale: websites.locale,
          timeZone: websites.timeZone,
        },
        owner: { id: staffUsers.id, name: staffUsers.name, email: staffUsers.email },
        inviter: person,
        account: { id: accounts.id, name: accounts.name },
        workflow: { id: workflows.id, name: workflows.name, status: workflows.status },
        recipientCount: sql<number>`(select count(*) from ${invitationRecipients} where ${invitationRecipients.invitationId} = ${invitations.id})`,
      })
      .from(invitations)
      .innerJoin(websites, eq(websites.id, invitations.websiteId))
      .innerJoin(staffUsers, eq(staffUsers.id, invitations.ownerId))
      .leftJoin(contacts, eq(contacts.id, invitations.inviterContactId))
      .leftJoin(accounts, eq(accounts.id, invitations.assignToAccountId))
      .leftJoin(workflows, eq(workflows.id, invitations.redemptionWorkflowId))
      .where(eq(invitations.id, id)),
    query
      .select({
        id: webRoles.id,
        name: webRoles.name,
        description: webRoles.description,
        addedBy: { id: staffUsers.id, name: staffUsers.name },
        grantEndsAt: invitationWebRoles.grantEndsAt,
        grantLastsDays: invitationWebRoles.grantLastsDays,
      })
      .from(invitationWebRoles)
      .innerJoin(webRoles, eq(webRoles.id, invitationWebRoles.webRoleId))
      .innerJoin(staffUsers, eq(staffUsers.id, invitationWebRoles.addedById))
      .where(eq(invitationWebRoles.invitationId, id))
      .orderBy(webRoles.name),
  ])
  return row ? { ...row, webRoles: roles } : null
}

const sorts = {
  name: [
    sql`coalesce(${contacts.lastName}, ${contacts.firstName}, ${contacts.email}, '') collate nocase`,
    sql`coalesce(${contacts.firstName}, '') collate nocase`,
  ],
  email: [sql`coalesce(${contacts.emailNormalised}, '')`],
} satisfies Sorts
export const invitationRecipientSorts = sortNamesOf(sorts)

/** The invited contacts and how far each has come. `null`: the cursor is none of this list. */
export async function findInvitationRecipients(
  database: Database,
  request: PageRequest & { invitationId: string },
): Promise<Page<InvitationRecipient> | null> {
  const page = startPage(request, sorts, contacts.id)
  if (!page) return null
  const filter = and(
    eq(invitationRecipients.invitationId, request.invitationId),
    containsText(request.search, [contacts.firstName, contacts.lastName, contacts.email]),
  )
  const ofRecipient = sql`invitation_id = ${invitationRecipients.invitationId} and contact_id = ${invitationRecipients.contactId}`
  const rows = await database.query
    .select({
      ...person,
      declinedAt: invitationRecipients.declinedAt,
      redeemedAt:
        sql<Date | null>`(select redeemed_at from redemptions where ${ofRecipient} and undone_at is null)`.mapWith(
          getTableColumns(redemptions).redeemedAt,
        ),
      lastEmail: sql<InvitationRecipient['lastEmail']>`(
        select json_object('id', id, 'status', status) from emails
        where ${ofRecipient} and kind = 'invitation' order by created_at desc, id desc limit 1)`.mapWith(
        (text: string) => JSON.parse(text),
      ),
      pageKey: page.key,
    })
    .from(invitationRecipients)
    .innerJoin(contacts, eq(contacts.id, invitationRecipients.contactId))
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  const [total] = await database.query
    .select({ count: sql<number>`count(*)` })
    .from(invitationRecipients)
    .innerJoin(contacts, eq(contacts.id, invitationRecipients.contactId))
    .where(filter)
  return { ...endPage(page, rows), totalCount: total?.count ?? 0 }
}

/** Who has redeemed the invitation, latest first. */
export const findRedeemedContacts = (database: Database, invitationId: string, limit: number) =>
  database.query
    .select({ redemptionId: redemptions.id, redeemedAt: redemptions.redeemedAt, ...person })
    .from(redemptions)
    .innerJoin(contacts, eq(contacts.id, redemptions.contactId))
    .where(and(eq(redemptions.invitationId, invitationId), isNull(redemptions.undoneAt)))
    .orderBy(desc(redemptions.redeemedAt), desc(redemptions.id))
    .limit(limit)
