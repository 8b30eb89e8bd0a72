import { countedUpTo } from '@usher/domain'
import { and, eq, gt, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { guard, type Change } from '../connection/statement.ts'
import {
  accounts,
  activities,
  contacts,
  emails,
  grants,
  invitationRecipients,
  invitations,
  inviteeUsers,
  redemptions,
  workflowRuns,
} from '../schema/index.ts'
import { countRows, countSome } from './count-rows.ts'
import {
  containsText,
  endPage,
  type Page,
  type PageRequest,
  type Sorts,
  sortNamesOf,
  startPage,
} from './page.ts'
import { forgetSampleRecord } from './sample-records.ts'
import { idsWithWords, selectTooMany, splitsOf, wordsOf } from './search.ts'

export type ContactRow = typeof contacts.$inferSelect
export type ContactListItem = Omit<ContactRow, 'emailNormalised'> & {
  accountName: string | null
  /** Web roles the contact has now. */
  webRoleCount: number
}

const sorts = {
  name: [
    sql`coalesce(${contacts.lastName}, ${contacts.firstName}, ${contacts.email}, '') collate nocase`,
    sql`coalesce(${contacts.firstName}, '') collate nocase`,
  ],
  email: [sql`coalesce(${contacts.emailNormalised}, '')`],
  createdAt: [contacts.createdAt],
  updatedAt: [contacts.updatedAt],
} satisfies Sorts
export const contactSorts = sortNamesOf(sorts)

const columns = {
  id: contacts.id,
  firstName: contacts.firstName,
  lastName: contacts.lastName,
  email: contacts.email,
  email2: contacts.email2,
  email3: contacts.email3,
  accountId: contacts.accountId,
  locale: contacts.locale,
  timeZone: contacts.timeZone,
  erasedAt: contacts.erasedAt,
  createdAt: contacts.createdAt,
  updatedAt: contacts.updatedAt,
  accountName: accounts.name,
}

export async function findContact(
  database: Database,
  id: string,
): Promise<Omit<ContactListItem, 'webRoleCount'> | null> {
  const [contact] = await database.query
    .select(columns)
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(eq(contacts.id, id))
  return contact ?? null
}

type ContactFilter = {
  search: string
  accountId?: string | undefined
  webRoleId?: string | undefined
  now: Date
}

/**
 * `null`: the cursor is none of this list. Words of the search may be in names, addresses and the account's name.
 * `isCut`: more match than can be put in order, so the list holds the latest of them.
 */
export async function findContacts(
  database: Database,
  request: PageRequest & ContactFilter,
): Promise<Page<ContactListItem> | null> {
  const page = startPage(request, sorts, contacts.id)
  if (!page) return null
  const { condition, totalCount, isCut } = await planContacts(database, request)
  const webRoleCount = sql<number>`(select count(distinct ${grants.webRoleId}) from ${grants}
    where ${grants.contactId} = ${contacts.id} and ${isActiveGrant(request.now)})`
  const rows = await database.query
    .select({ ...columns, webRoleCount, pageKey: page.key })
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(and(condition, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  return { ...endPage(page, rows), totalCount, isCut }
}

/** All that match, however many: for work on the whole list. */
export async function findContactIds(
  database: Database,
  filter: ContactFilter & { afterId: string; limit: number },
): Promise<string[]> {
  const rows = await database.query
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(...filterOf(filter, 'each'), gt(contacts.id, filter.afterId)))
    .orderBy(contacts.id)
    .limit(filter.limit)
  return rows.map(({ id }) => id)
}

/** Few are looked up and sorted; of many the order's index is walked, where every second row or so is one of them. */
async function planContacts(database: Database, filter: ContactFilter) {
  const words = wordsOf(filter.search)
  const isNarrowed = filter.accountId !== undefined || filter.webRoleId !== undefined
  const isBroad = words.length > 0 && (await database.query.all(selectTooMany('contact', words))).length > 0
  if (isBroad && isNarrowed)
    return { condition: and(...filterOf(filter, 'each')), totalCount: undefined, isCut: false }
  const few = and(...filterOf(filter, 'few'))
  const totalCount = await countSome(database, sql`${contacts}`, few)
  if (isBroad) return { condition: few, totalCount: undefined, isCut: true }
  const isMany = totalCount > countedUpTo
  return { condition: isMany ? and(...filterOf(filter, 'walk')) : few, totalCount, isCut: false }
}

/** `few`: led by the filters' own indexes; `walk`: by the order's; `each`: by the order's, asking each row for the words. */
function filterOf(
  { search, accountId, webRoleId, now }: ContactFilter,
  way: 'few' | 'walk' | 'each',
): (SQL | undefined)[] {
  const account = way === 'few' ? sql`${contacts.accountId}` : sql`+${contacts.accountId}`
  const grant = and(eq(grants.webRoleId, webRoleId ?? ''), isActiveGrant(now))
  return [
    search.trim() === '' ? undefined : isSearched(wordsOf(search), way),
    accountId === undefined ? undefined : sql`${account} = ${accountId}`,
    webRoleId === undefined
      ? undefined
      : way === 'few'
        ? sql`${contacts.id} in (select ${grants.contactId} from ${grants} where ${grant})`
        : sql`exists (select 1 from ${grants} where ${grants.contactId} = ${contacts.id} and ${grant})`,
  ]
}

function isSearched(words: readonly string[], way: 'few' | 'walk' | 'each'): SQL {
  if (words.length === 0) return sql`0`
  const ofAccounts = (wanted: readonly string[]) =>
    sql`select id from contacts where account_id in (${idsWithWords('account', wanted)}) limit ${countedUpTo}`
  const found = sql.join(
    [
      idsWithWords('contact', words),
      sql`select id from (${ofAccounts(words)})`,
      ...splitsOf(words).map(
        ({ here, there }) =>
          sql`select contacts.id from (${ofAccounts(there)}) join contacts using (id) where ${hasWords(here)}`,
      ),
    ],
    sql` union `,
  )
  return way === 'each'
    ? sql`(${hasWords(words)} or contacts.id in (${found}))`
    : sql`contacts.id in (${found})`
}

/** Asked of each row, where something else has made the list short; letters with accents are others then. */
const hasWords = (words: readonly string[]) =>
  containsText(words.join(' '), [
    sql`contacts.first_name`,
    sql`contacts.last_name`,
    sql`contacts.email`,
    sql`contacts.email2`,
    sql`contacts.email3`,
  ])

/** Neither taken back nor past its end. */
export const isActiveGrant = (now: Date): SQL | undefined =>
  and(isNull(grants.revokedAt), or(isNull(grants.endsAt), gt(grants.endsAt, now)))

/** No other contact has this primary e-mail. */
export const contactEmailIsFree = (emailNormalised: string, exceptId = '') =>
  guard(
    'email_taken',
    sql`not exists (select 1 from ${contacts} where ${eq(contacts.emailNormalised, emailNormalised)} and ${contacts.id} <> ${exceptId})`,
  )

export const updateContactRow = (database: Database, id: string, values: Partial<ContactRow>): Change =>
  database.query.update(contacts).set(values).where(eq(contacts.id, id))

/** A contact with a history stays. */
export const contactIsUnused = (id: string) =>
  guard(
    'in_use',
    sql.join(
      contactUses(id).map(
        ({ table, condition }) => sql`not exists (select 1 from ${table} where ${condition})`,
      ),
      sql` and `,
    ),
  )

/** The contact and what is about nobody else. */
export const deleteContactRow = (database: Database, id: string): Change[] => [
  database.query.delete(activities).where(eq(activities.contactId, id)),
  database.query.delete(contacts).where(eq(contacts.id, id)),
  forgetSampleRecord(database, 'contact', id),
]

/** What keeps a contact from being deleted. */
export async function countContactUses(database: Database, id: string): Promise<Record<ContactUse, number>> {
  const counts = { ...noContactUses }
  for (const { use, table, condition } of contactUses(id))
    counts[use] += await countRows(database, table, condition)
  return counts
}

const noContactUses = {
  invitations: 0,
  invitedOthers: 0,
  redemptions: 0,
  grants: 0,
  emails: 0,
  signIns: 0,
  runs: 0,
}
export type ContactUse = keyof typeof noContactUses

const contactUses = (id: string) =>
  [
    { use: 'invitations', table: invitationRecipients, condition: eq(invitationRecipients.contactId, id) },
    { use: 'invitedOthers', table: invitations, condition: eq(invitations.inviterContactId, id) },
    { use: 'redemptions', table: redemptions, condition: eq(redemptions.contactId, id) },
    { use: 'grants', table: grants, condition: eq(grants.contactId, id) },
    { use: 'emails', table: emails, condition: eq(emails.contactId, id) },
    { use: 'signIns', table: inviteeUsers, condition: eq(inviteeUsers.contactId, id) },
    { use: 'runs', table: workflowRuns, condition: eq(workflowRuns.contactId, id) },
  ] as const
