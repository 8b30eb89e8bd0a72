import { and, count, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { accounts, contacts, invitations, redemptions } from '../schema/index.ts'
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

export type RedemptionListItem = {
  id: string
  invitationId: string
  invitationName: string
  contactId: string
  contactName: string
  contactEmail: string | null
  account: { id: string; name: string } | null
  /** What this redemption granted and nobody has taken back. */
  webRoles: { id: string; name: string }[]
  ipAddress: string | null
  redeemedAt: Date
  undoneAt: Date | null
}

const sorts = { redeemedAt: [redemptions.redeemedAt] } satisfies Sorts
export const redemptionSorts = sortNamesOf(sorts)

const grantedWebRoles = sql<string>`(select json_group_array(json_object('id', web_roles.id, 'name', web_roles.name))
  from grants join web_roles on web_roles.id = grants.web_role_id
  where grants.redemption_id = ${redemptions.id} and grants.revoked_at is null)`

/** `null`: the cursor is none of this list. */
export async function findRedemptions(
  database: Database,
  request: PageRequest & { invitationId?: string | undefined; contactId?: string | undefined },
): Promise<Page<RedemptionListItem> | null> {
  const page = startPage(request, sorts, redemptions.id)
  if (!page) return null
  const filter = and(
    containsText(request.search, [invitations.name, contacts.firstName, contacts.lastName, contacts.email]),
    request.invitationId === undefined ? undefined : eq(redemptions.invitationId, request.invitationId),
    request.contactId === undefined ? undefined : eq(redemptions.contactId, request.contactId),
  )
  const rows = await database.query
    .select({
      id: redemptions.id,
      invitationId: redemptions.invitationId,
      invitationName: invitations.name,
      contactId: redemptions.contactId,
      contactName,
      contactEmail: contacts.email,
      accountId: accounts.id,
      accountName: accounts.name,
      webRoles: grantedWebRoles,
      ipAddress: redemptions.ipAddress,
      redeemedAt: redemptions.redeemedAt,
      undoneAt: redemptions.undoneAt,
      pageKey: page.key,
    })
    .from(redemptions)
    .innerJoin(invitations, eq(invitations.id, redemptions.invitationId))
    .innerJoin(contacts, eq(contacts.id, redemptions.contactId))
    .leftJoin(accounts, eq(accounts.id, redemptions.accountId))
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  const { items, nextCursor } = endPage(page, rows)
  return {
    items: items.map(({ accountId, accountName, webRoles, ...item }) => ({
      ...item,
      account: accountId && accountName ? { id: accountId, name: accountName } : null,
      webRoles: JSON.parse(webRoles) as { id: string; name: string }[],
    })),
    nextCursor,
    totalCount: await countRedemptions(database, filter),
  }
}

async function countRedemptions(database: Database, filter: SQL | undefined): Promise<number> {
  const [row] = await database.query
    .select({ total: count() })
    .from(redemptions)
    .innerJoin(invitations, eq(invitations.id, redemptions.invitationId))
    .innerJoin(contacts, eq(contacts.id, redemptions.contactId))
    .where(filter)
  return row?.total ?? 0
}
