import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { guard } from '../connection/statement.ts'
import { accounts, contacts } from '../schema/index.ts'

/** What an import may set of a contact. `null`: the file says nothing, what is there stays. */
export type ImportedFields = {
  firstName: string | null
  lastName: string | null
  email2: string | null
  email3: string | null
  accountId: string | null
  locale: string | null
  timeZone: string | null
}
export type NewImportedContact = ImportedFields & {
  id: string
  email: string
  emailNormalised: string
  activityId: string
  /** Of the activity. */
  subject: string
}

/** The contacts who have these primary e-mails, by the normalised address. */
export async function findContactsByEmail(database: Database, emailsNormalised: readonly string[]) {
  const rows = await database.query
    .select({
      id: contacts.id,
      emailNormalised: contacts.emailNormalised,
      firstName: contacts.firstName,
      lastName: contacts.lastName,
      email2: contacts.email2,
      email3: contacts.email3,
      accountId: contacts.accountId,
      locale: contacts.locale,
      timeZone: contacts.timeZone,
    })
    .from(contacts)
    .where(
      sql`${contacts.emailNormalised} in (select value from json_each(${JSON.stringify(emailsNormalised)}))`,
    )
  return new Map(rows.map(({ emailNormalised, ...row }) => [emailNormalised, row]))
}

/** Accounts of these names in any case, the oldest first. */
export const findAccountsByName = (database: Database, names: readonly string[]) =>
  database.query
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(nameIsOneOf(names))
    .orderBy(accounts.createdAt, accounts.id)

/** Nobody created an account of these names meanwhile. */
export const noAccountIsNamed = (names: readonly string[]) =>
  guard('account_created', sql`not exists (select 1 from ${accounts} where ${nameIsOneOf(names)})`)

export const insertAccounts = (rows: readonly { id: string; name: string }[], createdAt: Date): SQL => sql`
  insert into accounts (id, name, created_at, updated_at)
  select value->>'id', value->>'name', ${createdAt.getTime()}, ${createdAt.getTime()}
  from json_each(${JSON.stringify(rows)})`

/** Creates those whose e-mail nobody has by now; returns a row for each that was created. */
export const insertImportedContacts = (rows: readonly NewImportedContact[], createdAt: Date): SQL => sql`
  insert into contacts (id, first_name, last_name, email, email_normalised, email2, email3, account_id, locale, time_zone, created_at, updated_at)
  select value->>'id', value->>'firstName', value->>'lastName', value->>'email', value->>'emailNormalised', value->>'email2',
         value->>'email3', value->>'accountId', value->>'locale', value->>'timeZone', ${createdAt.getTime()}, ${createdAt.getTime()}
  from json_each(${JSON.stringify(rows)})
  where true
  on conflict (email_normalised) do nothing
  returning id`

/** The timeline's line of each that was created just before, in the same batch. */
export const insertImportActivities = (rows: readonly NewImportedContact[], occurredAt: Date): SQL => sql`
  insert into activities (id, type, contact_id, subject, data, occurred_at)
  select value->>'activityId', 'contact_imported', contacts.id, value->>'subject', '{}', ${occurredAt.getTime()}
  from json_each(${JSON.stringify(rows)})
  join contacts on contacts.id = value->>'id'`

/** Sets what the file says; returns a row for each that is still there. */
export const updateImportedContacts = (
  rows: readonly (ImportedFields & { id: string })[],
  updatedAt: Date,
): SQL => sql`
  update contacts set
    first_name = coalesce(value->>'firstName', first_name),
    last_name = coalesce(value->>'lastName', last_name),
    email2 = coalesce(value->>'email2', email2),
    email3 = coalesce(value->>'email3', email3),
    account_id = coalesce(value->>'accountId', account_id),
    locale = coalesce(value->>'locale', locale),
    time_zone = coalesce(value->>'timeZone', time_zone),
    updated_at = ${updatedAt.getTime()}
  from json_each(${JSON.stringify(rows)})
  where contacts.id = value->>'id'
  returning contacts.id`

const nameIsOneOf = (names: readonly string[]): SQL =>
  sql`${accounts.name} collate nocase in (select value from json_each(${JSON.stringify(names)}))`
