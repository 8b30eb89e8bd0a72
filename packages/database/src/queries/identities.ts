import { and, eq, ne, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import { identities, inviteeSessions, inviteeUsers, passkeys, secondFactors } from '../schema/index.ts'

export type InviteeUserRow = typeof inviteeUsers.$inferSelect
export type NewIdentity = typeof identities.$inferInsert

/** @param email as `normaliseEmailAddress` has it */
export async function findInviteeByEmail(database: Database, email: string): Promise<InviteeUserRow | null> {
  const [user] = await database.query.select().from(inviteeUsers).where(eq(inviteeUsers.email, email))
  return user ?? null
}

/** @param username in lower case */
export async function findInviteeByUsername(
  database: Database,
  username: string,
): Promise<InviteeUserRow | null> {
  const [user] = await database.query.select().from(inviteeUsers).where(eq(inviteeUsers.username, username))
  return user ?? null
}

export async function findInvitee(database: Database, id: string): Promise<InviteeUserRow | null> {
  const [user] = await database.query.select().from(inviteeUsers).where(eq(inviteeUsers.id, id))
  return user ?? null
}

/** Whom a subject of an issuer signs in as. */
export async function findInviteeByIdentity(
  database: Database,
  issuer: string,
  subject: string,
): Promise<InviteeUserRow | null> {
  const [found] = await database.query
    .select({ user: inviteeUsers })
    .from(identities)
    .innerJoin(inviteeUsers, eq(inviteeUsers.id, identities.userId))
    .where(and(eq(identities.providerId, issuer), eq(identities.accountId, subject)))
  return found?.user ?? null
}

export type WaysIn = {
  user: Pick<InviteeUserRow, 'id' | 'email' | 'username' | 'name'>
  hasPassword: boolean
  /** Accounts at identity providers. */
  accounts: { id: string; issuer: string; label: string | null }[]
  passkeys: { id: string; name: string | null; createdAt: Date | null }[]
  secondFactor: { kind: 'app' | 'email'; recoveryCodesLeft: number } | null
}

/** How somebody can sign in, besides the code by e-mail. */
export async function findWaysIn(database: Database, userId: string): Promise<WaysIn | null> {
  const user = await findInvitee(database, userId)
  if (!user) return null
  const rows = await database.query
    .select({ id: identities.id, issuer: identities.providerId, label: identities.label })
    .from(identities)
    .where(eq(identities.userId, userId))
    .orderBy(identities.createdAt, identities.id)
  const factor = await findSecondFactor(database, userId)
  return {
    user: { id: user.id, email: user.email, username: user.username, name: user.name },
    hasPassword: rows.some(({ issuer }) => issuer === 'credential'),
    accounts: rows.filter(({ issuer }) => issuer !== 'credential'),
    passkeys: await database.query
      .select({ id: passkeys.id, name: passkeys.name, createdAt: passkeys.createdAt })
      .from(passkeys)
      .where(eq(passkeys.userId, userId))
      .orderBy(passkeys.createdAt, passkeys.id),
    secondFactor: factor && { kind: factor.kind, recoveryCodesLeft: factor.recoveryCodeHashes.length },
  }
}

export async function findSecondFactor(database: Database, userId: string) {
  const [factor] = await database.query.select().from(secondFactors).where(eq(secondFactors.userId, userId))
  return factor ?? null
}

export const insertIdentity = (database: Database, row: NewIdentity): Change =>
  database.query.insert(identities).values(row)

export const insertInviteeUser = (database: Database, row: typeof inviteeUsers.$inferInsert): Change =>
  database.query.insert(inviteeUsers).values(row)

export const usernameIsFree = (username: string, exceptUserId: string) =>
  guard(
    'username_taken',
    sql`not exists (select 1 from ${inviteeUsers} where ${eq(inviteeUsers.username, username)}
      and ${ne(inviteeUsers.id, exceptUserId)})`,
  )

export const setUsername = (database: Database, userId: string, username: string | null, now: Date): Change =>
  database.query.update(inviteeUsers).set({ username, updatedAt: now }).where(eq(inviteeUsers.id, userId))

/** Gives them this password, whether or not they had one. `id` is used when they had none. */
export const setPassword = (userId: string, password: { id: string; hash: string; now: Date }): Change => sql`
  insert into identities (id, user_id, provider_id, account_id, password, created_at, updated_at)
  values (${password.id}, ${userId}, 'credential', ${userId}, ${password.hash}, ${password.now.getTime()},
    ${password.now.getTime()})
  on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = excluded.updated_at`

/** Whoever else is signed in as them is not any more. */
export const deleteSessions = (database: Database, userId: string, exceptToken = ''): Change =>
  database.query
    .delete(inviteeSessions)
    .where(and(eq(inviteeSessions.userId, userId), ne(inviteeSessions.token, exceptToken)))

/** Some way in is left besides this one. */
export const anotherWayInStays = (userId: string, mayUseEmailCode: boolean) =>
  guard(
    'last_way_in',
    sql`${mayUseEmailCode ? 1 : 0} or (select count(*) from identities where user_id = ${userId})
      + (select count(*) from passkeys where user_id = ${userId}) > 1`,
  )

export const deleteIdentityRow = (database: Database, userId: string, id: string): Change =>
  database.query.delete(identities).where(and(eq(identities.userId, userId), eq(identities.id, id)))

export const deletePasskeyRow = (database: Database, userId: string, id: string): Change =>
  database.query.delete(passkeys).where(and(eq(passkeys.userId, userId), eq(passkeys.id, id)))

/** Nothing has come of them: no contact, no redemption. */
export const deleteUnusedInvitee = (database: Database, userId: string): Change =>
  database.query
    .delete(inviteeUsers)
    .where(
      and(
        eq(inviteeUsers.id, userId),
        sql`${inviteeUsers.contactId} is null`,
        sql`not exists (select 1 from redemptions where redemptions.user_id = ${userId})`,
      ),
    )
