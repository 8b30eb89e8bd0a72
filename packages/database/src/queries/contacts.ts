import { and, eq, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
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
import { countRows } from './count-rows.ts'
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
  accountName: [sql`coalesce(${accounts.name}, '') collate nocase`],
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

/** `null`: the cursor is none of this list. Words of the search may be in names, addresses and the account's name. */
export async function findContacts(
  database: Database,
  request: PageRequest & { accountId?: string | undefined; webRoleId?: string | undefined; now: Date },
): Promise<Page<ContactListItem> | null> {
  const page = startPage(request, sorts, contacts.id)
  if (!page) return null
  const filter = and(
    containsText(request.search, [
      contacts.firstName,
      contacts.lastName,
      contacts.email,
      contacts.email2,
      contacts.email3,
      accounts.name,
    ]),
    request.accountId === undefined ? undefined : eq(contacts.accountId, request.accountId),
    request.webRoleId === undefined
      ? undefined
      : inArray(
          contacts.id,
          database.query
            .select({ id: grants.contactId })
            .from(grants)
            .where(and(eq(grants.webRoleId, request.webRoleId), isActiveGrant(request.now))),
        ),
  )
  const webRoleCount = sql<number>`(select count(distinct ${grants.webRoleId}) from ${grants}
    where ${grants.contactId} = ${contacts.id} and ${isActiveGrant(request.now)})`
  const rows = await database.query
    .select({ ...columns, webRoleCount, pageKey: page.key })
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  const [total] = await database.query
    .select({ count: sql<number>`count(*)` })
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(filter)
  return { ...endPage(page, rows), totalCount: total?.count ?? 0 }
}

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
