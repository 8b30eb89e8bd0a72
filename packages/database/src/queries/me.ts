import { and, eq, gt, isNull, or } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { accounts, contacts, grants, identities, inviteeUsers, webRoles, websites } from '../schema/index.ts'

export type Me = {
  user: { id: string; name: string; email: string; emailVerified: boolean }
  contact: {
    id: string
    firstName: string | null
    lastName: string | null
    email: string | null
    locale: string | null
  } | null
  account: { id: string; name: string } | null
  webRoles: {
    id: string
    name: string
    websiteId: string
    websiteName: string
    grantedAt: Date
    endsAt: Date | null
  }[]
  identities: { provider: string }[]
}

/** What a signed-in invitee has; web roles that are revoked or ended are left out, each is listed once. */
export async function findMe(database: Database, userId: string, now: Date): Promise<Me | null> {
  const [row] = await database.query
    .select({ user: inviteeUsers, contact: contacts, account: accounts })
    .from(inviteeUsers)
    .leftJoin(contacts, eq(contacts.id, inviteeUsers.contactId))
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(eq(inviteeUsers.id, userId))
  if (!row) return null
  const { user, contact, account } = row
  return {
    user: { id: user.id, name: user.name, email: user.email, emailVerified: user.emailVerified },
    contact: contact && {
      id: contact.id,
      firstName: contact.firstName,
      lastName: contact.lastName,
      email: contact.email,
      locale: contact.locale,
    },
    account: account && { id: account.id, name: account.name },
    webRoles: contact ? await findWebRolesOfContact(database, contact.id, now) : [],
    identities: await database.query
      .select({ provider: identities.providerId })
      .from(identities)
      .where(eq(identities.userId, userId)),
  }
}

/** Web roles that the contact has at this moment, each once. */
export async function findWebRolesOfContact(
  database: Database,
  contactId: string,
  now: Date,
): Promise<Me['webRoles']> {
  const granted = await database.query
    .select({
      id: webRoles.id,
      name: webRoles.name,
      websiteId: websites.id,
      websiteName: websites.name,
      grantedAt: grants.grantedAt,
      endsAt: grants.endsAt,
    })
    .from(grants)
    .innerJoin(webRoles, eq(webRoles.id, grants.webRoleId))
    .innerJoin(websites, eq(websites.id, webRoles.websiteId))
    .where(
      and(
        eq(grants.contactId, contactId),
        isNull(grants.revokedAt),
        or(isNull(grants.endsAt), gt(grants.endsAt, now)),
      ),
    )
    .orderBy(webRoles.name, grants.grantedAt)
  // Several grants may give the same role: the one that lasts longest speaks for it.
  const longest = new Map<string, Me['webRoles'][number]>()
  for (const grant of granted) {
    const kept = longest.get(grant.id)
    if (!kept || (kept.endsAt && (!grant.endsAt || grant.endsAt > kept.endsAt))) longest.set(grant.id, grant)
  }
  return [...longest.values()]
}
