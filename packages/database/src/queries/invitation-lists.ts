import { countedUpTo, type InvitationView, invitationViews } from '@usher/domain'
import { and, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { invitations, staffUsers, websites } from '../schema/index.ts'
import { countSome } from './count-rows.ts'
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
import { idsWithWords, selectTooMany, splitsOf, wordsOf } from './search.ts'

export type InvitationListItem = Omit<
  InvitationRecord,
  'invitedContactIds' | 'webRoleIds' | keyof GrantEnd
> & {
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

/**
 * `null`: the cursor is none of this list. Words of the search may be in its name, or name or address of a contact.
 * `isCut`: more match than can be put in order, so the list holds the latest of them. `counts` is null where they would
 * cost more than the page.
 */
export async function findInvitationPage(
  database: Database,
  request: PageRequest & InvitationFilter & { view: InvitationView },
): Promise<(Page<InvitationListItem> & { counts: Record<InvitationView, number> | null }) | null> {
  const page = startPage(request, sorts, invitations.id)
  if (!page) return null
  const plan = await planInvitations(database, request)
  const rows = await database.query
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
    .where(and(...plan.conditions, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  const { counts, isCut } = plan
  return { ...endPage(page, rows), totalCount: counts?.[request.view], counts, isCut }
}

/** All that match, however many: for work on the whole list. */
export async function findInvitationIds(
  database: Database,
  filter: InvitationFilter & { view: InvitationView; afterId: string; limit: number },
): Promise<string[]> {
  const rows = await database.query
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(...conditionsOf(filter, 'each'), gt(invitations.id, filter.afterId)))
    .orderBy(invitations.id)
    .limit(filter.limit)
  return rows.map(({ id }) => id)
}

/** Few are looked up and sorted; of many the order's index is walked, where every second row or so is one of them. */
async function planInvitations(
  database: Database,
  request: InvitationFilter & { view: InvitationView; sort: string },
) {
  const { view, websiteId, ownerId, contactId } = request
  const words = wordsOf(request.search)
  const isBroad =
    words.length > 0 && (await database.query.all(selectTooMany('invitation', words))).length > 0
  if (isBroad) {
    const isNarrowed = view !== 'all' || [websiteId, ownerId, contactId].some((id) => id !== undefined)
    const conditions = conditionsOf(request, isNarrowed ? 'each' : 'few')
    return { conditions, counts: null, isCut: !isNarrowed }
  }
  const counts = await countViews(database, request)
  const isMany = counts[view] > countedUpTo
  return { conditions: conditionsOf(request, isMany ? 'walk' : 'few'), counts, isCut: false }
}

async function countViews(
  database: Database,
  filter: InvitationFilter,
): Promise<Record<InvitationView, number>> {
  if (isFound(filter)) {
    // What a search has found is few: read once, it is told apart here.
    const found = sql`select id from invitations where ${and(...conditionsOf({ ...filter, view: 'all' }, 'few'))}`
    const [sums] = await database.query
      .select(
        Object.fromEntries(
          invitationViews.map((view) => [
            view,
            sql<number>`coalesce(sum(${viewCondition({ ...filter, view }, 'each') ?? sql`1`}), 0)`,
          ]),
        ) as Record<InvitationView, SQL<number>>,
      )
      .from(invitations)
      .where(sql`invitations.id in (${found})`)
    if (sums) return sums
  }
  const counts = await Promise.all(
    invitationViews.map(async (view) => [
      view,
      await countSome(database, sql`${invitations}`, and(...conditionsOf({ ...filter, view }, 'few'))),
    ]),
  )
  return Object.fromEntries(counts) as Record<InvitationView, number>
}

/** `few`: led by the filters' own indexes; `walk`: by the order's; `each`: by the order's, asking each row for the words. */
type Way = 'few' | 'walk' | 'each'

function conditionsOf(
  request: InvitationFilter & { view: InvitationView; sort?: string },
  way: Way,
): (SQL | undefined)[] {
  const { search, contactId, websiteId, ownerId } = request
  // `+` takes an index out of SQLite's choice: where a search or a contact leads, no other filter does.
  const leads = isFound(request)
  const column = (name: SQL) => (way === 'few' && !leads ? name : sql`+${name}`)
  return [
    websiteId === undefined ? undefined : sql`${column(sql`${invitations.websiteId}`)} = ${websiteId}`,
    ownerId === undefined ? undefined : sql`${column(sql`${invitations.ownerId}`)} = ${ownerId}`,
    contactId === undefined ? undefined : sql`invitations.id in (${idsOfContacts(sql`select ${contactId}`)})`,
    search.trim() === '' ? undefined : isSearched(wordsOf(search), way),
    viewCondition(request, leads ? 'each' : way),
  ]
}

/** A search or a contact leads to few invitations. */
const isFound = ({ search, contactId }: InvitationFilter) => search.trim() !== '' || contactId !== undefined

/** Every invitation is in one view, and in All. */
function viewCondition(
  { view, now, sort }: { view: InvitationView; now: Date; sort?: string },
  way: Way,
): SQL | undefined {
  const { expiresAt } = invitations
  const ends = sql`coalesce(${expiresAt}, 9007199254740991)`
  const isAhead =
    way === 'few'
      ? sql`(${expiresAt} is null or ${expiresAt} > ${now.getTime()})`
      : sql`${ends} > ${now.getTime()}`
  const hasOwnOrder = way === 'walk' && /^-?(createdAt|redemptionCount)$/.test(sort ?? '')
  const status = way === 'few' || hasOwnOrder ? sql`invitations.status` : sql`+invitations.status`
  switch (view) {
    case 'new':
      return sql`(${status} = 'new' and ${isAhead})`
    case 'open':
      return sql`(${status} = 'sent' and ${isAhead})`
    case 'completed':
      return sql`(${status} = 'redeemed')`
    case 'inactive':
      return sql`(${status} = 'inactive')`
    case 'expired':
      return way === 'few'
        ? sql`(invitations.status in ('new', 'sent') and ${expiresAt} <= ${now.getTime()})`
        : sql`(+invitations.status in ('new', 'sent') and ${ends} <= ${now.getTime()})`
    case 'all':
      return undefined
  }
}

function isSearched(words: readonly string[], way: Way): SQL {
  if (words.length === 0) return sql`0`
  const hasWords = (wanted: readonly string[], name: SQL) => containsText(wanted.join(' '), [name])
  const ofContacts = (wanted: readonly string[]) => idsOfContacts(idsWithWords('contact', wanted))
  const found = sql.join(
    [
      idsWithWords('invitation', words),
      sql`select id from (${ofContacts(words)} limit ${countedUpTo})`,
      ...splitsOf(words).map(
        ({ here, there }) => sql`
          select named.id from (${ofContacts(there)}) of_contact join invitations named on named.id = of_contact.id
          where ${hasWords(here, sql`named.name`)}`,
      ),
    ],
    sql` union `,
  )
  // Asked of each row, letters with accents are others.
  return way === 'each'
    ? sql`(${hasWords(words, sql`invitations.name`)} or invitations.id in (${found}))`
    : sql`invitations.id in (${found})`
}

/** Those that invite one of these contacts, or were redeemed by one. */
const idsOfContacts = (contactIds: SQL) => sql`
  select invitation_id as id from invitation_recipients where contact_id in (${contactIds})
  union select invitation_id from redemptions where contact_id in (${contactIds})`

function list<T>(select: SQL) {
  return sql<T[]>`(select json_group_array(json(item)) from (${select}))`.mapWith((text: string) =>
    JSON.parse(text),
  )
}
