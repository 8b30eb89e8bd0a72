import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { accounts, contacts, invitations, redemptions } from '../schema/index.ts'
import { contactName } from './contact-name.ts'
import { countSome } from './count-rows.ts'
import { endPage, type Page, type PageRequest, type Sorts, sortNamesOf, startPage } from './page.ts'
import { idsWithWords, splitsOf, wordsOf } from './search.ts'

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
    request.search.trim() === '' ? undefined : isSearched(wordsOf(request.search)),
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
    totalCount: await countSome(database, sql`${redemptions}`, filter),
  }
}

/** Each word is the contact's or the invitation's. */
function isSearched(words: readonly string[]): SQL {
  if (words.length === 0) return sql`0`
  const isOf = (column: SQL, ids: SQL) => sql`${column} in (${ids})`
  const ofContact = (found: readonly string[]) =>
    isOf(sql`redemptions.contact_id`, idsWithWords('contact', found))
  const ofInvitation = (found: readonly string[]) =>
    isOf(sql`redemptions.invitation_id`, idsWithWords('invitation', found))
  return sql`(${sql.join(
    [
      ofContact(words),
      ofInvitation(words),
      ...splitsOf(words).map(({ here, there }) => sql`(${ofContact(here)} and ${ofInvitation(there)})`),
    ],
    sql` or `,
  )})`
}
