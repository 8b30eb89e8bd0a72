import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { accounts, contacts, grants, identities, inviteeUsers, webRoles } from '../schema/index.ts'
import { isActiveGrant } from './contacts.ts'

/** What somebody is to one website, as it is right now. */
export type WebsiteAccess = {
  /** Null: they never signed in here. */
  user: { id: string; name: string; email: string; emailVerified: boolean } | null
  contact: {
    id: string
    firstName: string | null
    lastName: string | null
    email: string | null
    locale: string | null
  } | null
  account: { id: string; name: string } | null
  /** By name, each once, in the order of the alphabet. */
  webRoles: string[]
}

/** Whom a website asks about. */
export type AccessSubject =
  { userId: string } | { email: string } | { providerIds: readonly string[]; accountId: string }

/** `null`: nobody is known by this. */
export async function findWebsiteAccess(
  database: Database,
  websiteId: string,
  subject: AccessSubject,
  now: Date,
): Promise<WebsiteAccess | null> {
  const selected = {
    user: {
      id: inviteeUsers.id,
      name: inviteeUsers.name,
      email: inviteeUsers.email,
      emailVerified: inviteeUsers.emailVerified,
    },
    contact: {
      id: contacts.id,
      firstName: contacts.firstName,
      lastName: contacts.lastName,
      email: contacts.email,
      locale: contacts.locale,
    },
    account: { id: accounts.id, name: accounts.name },
    webRoles: rolesOn(websiteId, now),
  }
  // A person is looked for by their sign-in, an address by the contact that has it.
  const [row] =
    'email' in subject
      ? await database.query
          .select(selected)
          .from(contacts)
          .leftJoin(inviteeUsers, eq(inviteeUsers.contactId, contacts.id))
          .leftJoin(accounts, eq(accounts.id, contacts.accountId))
          .where(eq(contacts.emailNormalised, subject.email))
      : await database.query
          .select(selected)
          .from(inviteeUsers)
          .leftJoin(contacts, eq(contacts.id, inviteeUsers.contactId))
          .leftJoin(accounts, eq(accounts.id, contacts.accountId))
          .where('userId' in subject ? eq(inviteeUsers.id, subject.userId) : hasIdentity(subject))
          .limit(1)
  return row ? { ...row, webRoles: (JSON.parse(row.webRoles) as string[]).sort(byAlphabet) } : null
}

const rolesOn = (websiteId: string, now: Date) => sql<string>`(
  select json_group_array(distinct ${webRoles.name}) from ${grants}
  inner join ${webRoles} on ${webRoles.id} = ${grants.webRoleId}
  where ${grants.contactId} = ${contacts.id} and ${eq(webRoles.websiteId, websiteId)} and ${isActiveGrant(now)})`

const hasIdentity = ({
  providerIds,
  accountId,
}: {
  providerIds: readonly string[]
  accountId: string
}): SQL =>
  sql`exists (select 1 from ${identities} where ${and(
    eq(identities.userId, inviteeUsers.id),
    sql`${identities.providerId} in (select value from json_each(${JSON.stringify(providerIds)}))`,
    eq(identities.accountId, accountId),
  )})`

const byAlphabet = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
