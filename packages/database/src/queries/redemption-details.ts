import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../connection/database.ts'
import {
  accounts,
  contacts,
  grants,
  invitations,
  inviteeUsers,
  redemptions,
  staffUsers,
  webRoles,
  websites,
} from '../schema/index.ts'
import type { GrantState } from './grants.ts'
import { stateOfGrant } from './grants.ts'

type Named = { id: string; name: string }
type NamedAccount = Named | null

/** A redemption with all that undoing it would touch. */
export type RedemptionDetail = {
  id: string
  invitation: {
    id: string
    name: string
    sentAt: Date | null
    redemptionCount: number
    maximumRedemptions: number | null
  }
  website: Named
  contact: {
    id: string
    firstName: string | null
    lastName: string | null
    email: string | null
    accountId: string | null
  }
  /** Who signed in; null once that sign-in was erased. */
  user: { id: string; email: string; contactId: string | null } | null
  account: NamedAccount
  previousAccount: NamedAccount
  grants: { id: string; webRole: Named; grantedAt: Date; endsAt: Date | null; state: GrantState }[]
  /** Roles of the list above that the contact has from elsewhere as well. */
  heldOtherwise: string[]
  /** A later redemption of the contact that brought them into an account. */
  hasLaterAccount: boolean
  /** Another redemption that binds the same sign-in to the contact. */
  isBoundOtherwise: boolean
  ipAddress: string | null
  userAgent: string | null
  redeemedAt: Date
  undoneAt: Date | null
  undoneBy: Named | null
}

const joined = alias(accounts, 'joined_account')
const previous = alias(accounts, 'previous_account')
const undoer = alias(staffUsers, 'undoer')

export async function findRedemption(
  database: Database,
  id: string,
  now: Date,
): Promise<RedemptionDetail | null> {
  const [row] = await database.query
    .select({
      redemption: redemptions,
      invitation: {
        id: invitations.id,
        name: invitations.name,
        sentAt: invitations.sentAt,
        redemptionCount: invitations.redemptionCount,
        maximumRedemptions: invitations.maximumRedemptions,
      },
      website: { id: websites.id, name: websites.name },
      contact: {
        id: contacts.id,
        firstName: contacts.firstName,
        lastName: contacts.lastName,
        email: contacts.email,
        accountId: contacts.accountId,
      },
      user: { id: inviteeUsers.id, email: inviteeUsers.email, contactId: inviteeUsers.contactId },
      account: { id: joined.id, name: joined.name },
      previousAccount: { id: previous.id, name: previous.name },
      undoneBy: { id: undoer.id, name: undoer.name },
      hasLaterAccount: sql<0 | 1>`exists (
        select 1 from redemptions later
        where later.contact_id = ${redemptions.contactId} and later.undone_at is null
          and later.account_id is not null and later.id > ${redemptions.id})`,
      isBoundOtherwise: sql<0 | 1>`exists (
        select 1 from redemptions other
        where other.contact_id = ${redemptions.contactId} and other.user_id = ${redemptions.userId}
          and other.undone_at is null and other.id <> ${redemptions.id})`,
    })
    .from(redemptions)
    .innerJoin(invitations, eq(invitations.id, redemptions.invitationId))
    .innerJoin(websites, eq(websites.id, invitations.websiteId))
    .innerJoin(contacts, eq(contacts.id, redemptions.contactId))
    .leftJoin(inviteeUsers, eq(inviteeUsers.id, redemptions.userId))
    .leftJoin(joined, eq(joined.id, redemptions.accountId))
    .leftJoin(previous, eq(previous.id, redemptions.previousAccountId))
    .leftJoin(undoer, eq(undoer.id, redemptions.undoneById))
    .where(eq(redemptions.id, id))
  if (!row) return null
  const { redemption, hasLaterAccount, isBoundOtherwise, ...named } = row
  const rowsOfGrants = await findGrantsOfRedemption(database, id)
  return {
    ...named,
    id: redemption.id,
    grants: rowsOfGrants.map(({ revokedAt, ...grant }) => ({
      ...grant,
      state: stateOfGrant({ revokedAt, endsAt: grant.endsAt }, now),
    })),
    heldOtherwise: await findHeldOtherwise(database, redemption, now),
    hasLaterAccount: Boolean(hasLaterAccount),
    isBoundOtherwise: Boolean(isBoundOtherwise),
    ipAddress: redemption.ipAddress,
    userAgent: redemption.userAgent,
    redeemedAt: redemption.redeemedAt,
    undoneAt: redemption.undoneAt,
  }
}

const findGrantsOfRedemption = (database: Database, redemptionId: string) =>
  database.query
    .select({
      id: grants.id,
      webRole: { id: webRoles.id, name: webRoles.name },
      grantedAt: grants.grantedAt,
      endsAt: grants.endsAt,
      revokedAt: grants.revokedAt,
    })
    .from(grants)
    .innerJoin(webRoles, eq(webRoles.id, grants.webRoleId))
    .where(eq(grants.redemptionId, redemptionId))
    .orderBy(asc(webRoles.name))

async function findHeldOtherwise(
  database: Database,
  redemption: { id: string; contactId: string },
  now: Date,
): Promise<string[]> {
  const rows = await database.query
    .selectDistinct({ id: grants.webRoleId })
    .from(grants)
    .where(
      and(
        eq(grants.contactId, redemption.contactId),
        sql`${grants.redemptionId} is not ${redemption.id}`,
        sql`${grants.revokedAt} is null and (${grants.endsAt} is null or ${grants.endsAt} > ${now.getTime()})`,
        sql`${grants.webRoleId} in (select web_role_id from grants where redemption_id = ${redemption.id})`,
      ),
    )
    .orderBy(desc(grants.webRoleId))
  return rows.map((row) => row.id)
}
