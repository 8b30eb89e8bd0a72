import { type InvitationView, invitationViews } from '@usher/domain'
import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import {
  contacts,
  invitationRecipients,
  invitations,
  redemptions,
  staffUsers,
  websites,
} from '../schema/index.ts'
import type { InvitationPerson } from './invitation-details.ts'
import { type GrantEnd, invitationColumns, type InvitationRecord } from './invitations.ts'
import {
  containsText,
  endPage,
  type Page,
  type PageRequest,
  type Sorts,
  sortNamesOf,
  startPage,
} from './page.ts'

export type InvitationListItem = Omit<InvitationRecord, 'invitedContactIds' | 'webRoleIds' | keyof GrantEnd> & {
  website: { id: string; name: string }
  owner: { id: string; name: string }
  recipientCount: number
  /** The first three. */
  recipients: InvitationPerson[]
  webRoles: { id: string; name: string }[]
}

const sorts = {
  name: [sql`${invitations.name} collate nocase`],
  createdAt: [invitations.createdAt],
  updatedAt: [invitations.updatedAt],
  /** Those that never expire come last. */
  expiresAt: [sql`coalesce(${invitations.expiresAt}, 9007199254740991)`],
  sentAt: [sql`coalesce(${invitations.sentAt}, 0)`],
  redemptionCount: [invitations.redemptionCount],
} satisfies Sorts
export const invitationSorts = sortNamesOf(sorts)

export type InvitationFilter = {
  search: string
  contactId?: string | undefined
  websiteId?: string | undefined
  ownerId?: string | undefined
  now: Date
}

/** `null`: the cursor is none of this list. Words of the search may be in its name, or name or address of a contact. */
export async function findInvitationPage(
  database: Database,
  request: PageRequest & InvitationFilter & { view: InvitationView },
): Promise<(Page<InvitationListItem> & { counts: Record<InvitationView, number> }) | null> {
  const page = startPage(request, sorts, invitations.id)
  if (!page) return null
  const filter = filterOf(database, request)
  const [rows, counts] = await Promise.all([
    database.query
      .select({
        ...invitationColumns,
        website: { id: websites.id, name: websites.name },
        owner: { id: staffUsers.id, name: staffUsers.name },
        recipientCount: sql<number>`(select count(*) from invitation_recipients where invitation_id = ${invitations.id})`,
        recipients: list<InvitationPerson>(sql`
          select json_object('id', c.id, 'firstName', c.first_name, 'lastName', c.last_name, 'email', c.email) as item
          from invitation_recipients r join contacts c on c.id = r.contact_id
          where r.invitation_id = ${invitations.id} order by r.rowid limit 3`),
        webRoles: list<{ id: string; name: string }>(sql`
          select json_object('id', w.id, 'name', w.name) as item
          from invitation_web_roles r join web_roles w on w.id = r.web_role_id
          where r.invitation_id = ${invitations.id} order by w.name`),
        pageKey: page.key,
      })
      .from(invitations)
      .innerJoin(websites, eq(websites.id, invitations.websiteId))
      .innerJoin(staffUsers, eq(staffUsers.id, invitations.ownerId))
      .where(and(filter, viewCondition(request.view, request.now), page.after))
      .orderBy(...page.orderBy)
      .limit(page.limit),
    countViews(database, filter, request.now),
  ])
  return { ...endPage(page, rows), totalCount: counts[request.view], counts }
}

async function countViews(
  database: Database,
  filter: SQL | undefined,
  now: Date,
): Promise<Record<InvitationView, number>> {
  const columns = Object.fromEntries(
    invitationViews.map((view) => [
      view,
      sql<number>`coalesce(sum(${viewCondition(view, now) ?? sql`1`}), 0)`,
    ]),
  ) as Record<InvitationView, SQL<number>>
  const [counts] = await database.query.select(columns).from(invitations).where(filter)
  return counts ?? { new: 0, open: 0, completed: 0, inactive: 0, expired: 0, all: 0 }
}

/** Every invitation is in one view, and in All. */
function viewCondition(view: InvitationView, now: Date): SQL | undefined {
  const { status, expiresAt } = invitations
  const isPast = sql`coalesce(${expiresAt} <= ${now.getTime()}, 0)`
  switch (view) {
    case 'new':
      return sql`(${status} = 'new' and not ${isPast})`
    case 'open':
      return sql`(${status} = 'sent' and not ${isPast})`
    case 'completed':
      return sql`(${status} = 'redeemed')`
    case 'inactive':
      return sql`(${status} = 'inactive')`
    case 'expired':
      return sql`(${status} in ('new', 'sent') and ${isPast})`
    case 'all':
      return undefined
  }
}

function filterOf(
  database: Database,
  { search, contactId, websiteId, ownerId }: InvitationFilter,
): SQL | undefined {
  const { query } = database
  const words = search.split(/\s+/).filter(Boolean).slice(0, 10)
  return and(
    websiteId === undefined ? undefined : eq(invitations.websiteId, websiteId),
    ownerId === undefined ? undefined : eq(invitations.ownerId, ownerId),
    contactId === undefined ? undefined : concerns(eq(contacts.id, contactId)),
    ...words.map((word) =>
      or(
        containsText(word, [invitations.name]),
        concerns(containsText(word, [contacts.firstName, contacts.lastName, contacts.email])),
      ),
    ),
  )

  /** Invites, or was redeemed by, such a contact. */
  function concerns(contact: SQL | undefined) {
    return or(
      inArray(
        invitations.id,
        query
          .select({ id: invitationRecipients.invitationId })
          .from(invitationRecipients)
          .innerJoin(contacts, eq(contacts.id, invitationRecipients.contactId))
          .where(contact),
      ),
      inArray(
        invitations.id,
        query
          .select({ id: redemptions.invitationId })
          .from(redemptions)
          .innerJoin(contacts, eq(contacts.id, redemptions.contactId))
          .where(contact),
      ),
    )
  }
}

function list<T>(select: SQL) {
  return sql<T[]>`(select json_group_array(json(item)) from (${select}))`.mapWith((text: string) =>
    JSON.parse(text),
  )
}
