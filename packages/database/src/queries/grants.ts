import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import {
  contacts,
  grants,
  invitations,
  redemptions,
  staffUsers,
  webRoles,
  websites,
} from '../schema/index.ts'
import { isActiveGrant } from './contacts.ts'
import { endPage, type Page, type PageRequest, type Sorts, sortNamesOf, startPage } from './page.ts'

export type GrantRow = typeof grants.$inferSelect
/** `ended` is a fact of the clock: nothing is written when a grant ends. */
export const grantStates = ['active', 'ended', 'revoked'] as const
export type GrantState = (typeof grantStates)[number]

type Named = { id: string; name: string }

/** A web role that a contact has or had, and where it comes from. */
export type GrantListItem = {
  id: string
  contact: { id: string; firstName: string | null; lastName: string | null; email: string | null }
  webRole: Named
  website: Named
  /** null: given by hand. */
  redemption: { id: string; invitation: Named } | null
  /** Who gave it, or put it on the invitation. */
  grantedBy: Named | null
  grantedAt: Date
  endsAt: Date | null
  revokedAt: Date | null
  revokedBy: Named | null
  state: GrantState
}

const sorts = {
  grantedAt: [grants.grantedAt],
  webRoleName: [sql`${webRoles.name} collate nocase`],
} satisfies Sorts
export const grantSorts = sortNamesOf(sorts)

const giver = alias(staffUsers, 'giver')
const revoker = alias(staffUsers, 'revoker')

const columns = {
  id: grants.id,
  contact: {
    id: contacts.id,
    firstName: contacts.firstName,
    lastName: contacts.lastName,
    email: contacts.email,
  },
  webRole: { id: webRoles.id, name: webRoles.name },
  website: { id: websites.id, name: websites.name },
  redemptionId: grants.redemptionId,
  invitation: { id: invitations.id, name: invitations.name },
  grantedBy: { id: giver.id, name: giver.name },
  grantedAt: grants.grantedAt,
  endsAt: grants.endsAt,
  revokedAt: grants.revokedAt,
  revokedBy: { id: revoker.id, name: revoker.name },
}

/** `null`: the cursor is none of this list. */
export async function findGrants(
  database: Database,
  request: PageRequest & {
    contactId?: string | undefined
    webRoleId?: string | undefined
    state?: GrantState | undefined
    now: Date
  },
): Promise<Page<GrantListItem> | null> {
  const page = startPage(request, sorts, grants.id)
  if (!page) return null
  const filter = and(
    request.contactId === undefined ? undefined : eq(grants.contactId, request.contactId),
    request.webRoleId === undefined ? undefined : eq(grants.webRoleId, request.webRoleId),
    request.state === undefined ? undefined : isInState(request.state, request.now),
  )
  const rows = await joined(database, page.key)
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  const { items, nextCursor } = endPage(page, rows)
  return { items: items.map((row) => readGrant(row, request.now)), nextCursor }
}

export async function findGrant(database: Database, id: string, now: Date): Promise<GrantListItem | null> {
  const [row] = await joined(database).where(eq(grants.id, id))
  return row ? readGrant(row, now) : null
}

/** Those that end by themselves, the next one first. */
export async function findEndingGrants(
  database: Database,
  { now, until, limit }: { now: Date; until: Date; limit: number },
): Promise<GrantListItem[]> {
  const rows = await joined(database)
    .where(
      sql`${grants.endsAt} is not null and ${grants.revokedAt} is null
        and ${grants.endsAt} > ${now.getTime()} and ${grants.endsAt} <= ${until.getTime()}`,
    )
    .orderBy(grants.endsAt)
    .limit(limit)
  return rows.map((row) => readGrant(row, now))
}

export const stateOfGrant = (
  grant: { revokedAt: Date | null; endsAt: Date | null },
  now: Date,
): GrantState => (grant.revokedAt ? 'revoked' : grant.endsAt && grant.endsAt <= now ? 'ended' : 'active')

/** Nobody gave the contact this role by hand before, or that has ended. */
export const isNotGivenByHand = (contactId: string, webRoleId: string, now: Date) =>
  guard(
    'given',
    sql`not exists (select 1 from ${grants} where ${and(
      eq(grants.contactId, contactId),
      eq(grants.webRoleId, webRoleId),
      isNull(grants.redemptionId),
      isActiveGrant(now),
    )})`,
  )

/** It is neither taken back, nor has its end moved since it was read. */
export const grantIsAsRead = (grant: { id: string; endsAt: Date | null }) =>
  guard(
    'changed',
    sql`exists (select 1 from grants where id = ${grant.id} and revoked_at is null
      and ends_at is ${grant.endsAt?.getTime() ?? null})`,
  )

export const insertGrant = (database: Database, row: typeof grants.$inferInsert): Change =>
  database.query.insert(grants).values(row)

export const updateGrantRow = (database: Database, id: string, values: Partial<GrantRow>): Change =>
  database.query.update(grants).set(values).where(eq(grants.id, id))

const joined = (database: Database, pageKey = sql<string>`''`) =>
  database.query
    .select({ ...columns, pageKey })
    .from(grants)
    .innerJoin(contacts, eq(contacts.id, grants.contactId))
    .innerJoin(webRoles, eq(webRoles.id, grants.webRoleId))
    .innerJoin(websites, eq(websites.id, webRoles.websiteId))
    .leftJoin(redemptions, eq(redemptions.id, grants.redemptionId))
    .leftJoin(invitations, eq(invitations.id, redemptions.invitationId))
    .leftJoin(giver, eq(giver.id, grants.grantedById))
    .leftJoin(revoker, eq(revoker.id, grants.revokedById))

type JoinedGrant = Omit<GrantListItem, 'redemption' | 'state'> & {
  redemptionId: string | null
  invitation: Named | null
}

function readGrant({ redemptionId, invitation, ...row }: JoinedGrant, now: Date): GrantListItem {
  return {
    id: row.id,
    contact: row.contact,
    webRole: row.webRole,
    website: row.website,
    redemption: redemptionId && invitation ? { id: redemptionId, invitation } : null,
    grantedBy: row.grantedBy,
    grantedAt: row.grantedAt,
    endsAt: row.endsAt,
    revokedAt: row.revokedAt,
    revokedBy: row.revokedBy,
    state: stateOfGrant(row, now),
  }
}

function isInState(state: GrantState, now: Date): SQL | undefined {
  switch (state) {
    case 'active':
      return isActiveGrant(now)
    case 'revoked':
      return sql`${grants.revokedAt} is not null`
    case 'ended':
      return sql`${grants.revokedAt} is null and ${grants.endsAt} <= ${now.getTime()}`
  }
}
