import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import { staffCredentials, staffLinks, staffUsers } from '../schema/index.ts'

export type StaffLink = {
  id: string
  kind: (typeof staffLinks.$inferSelect)['kind']
  expiresAt: Date
  usedAt: Date | null
  user: { id: string; name: string; email: string; deactivatedAt: Date | null }
}

/** By the hash of what the link holds. */
export async function findStaffLink(database: Database, tokenHash: string): Promise<StaffLink | null> {
  const [link] = await database.query
    .select({
      id: staffLinks.id,
      kind: staffLinks.kind,
      expiresAt: staffLinks.expiresAt,
      usedAt: staffLinks.usedAt,
      user: {
        id: staffUsers.id,
        name: staffUsers.name,
        email: staffUsers.email,
        deactivatedAt: staffUsers.deactivatedAt,
      },
    })
    .from(staffLinks)
    .innerJoin(staffUsers, eq(staffUsers.id, staffLinks.staffUserId))
    .where(eq(staffLinks.tokenHash, tokenHash))
  return link ?? null
}

export const insertStaffLink = (database: Database, row: typeof staffLinks.$inferInsert): Change =>
  database.query.insert(staffLinks).values(row)

/** It opens the door once, in time, and for somebody who may still come in. */
export const staffLinkIsUsable = (id: string, now: Date) =>
  guard(
    'used',
    sql`exists (
      select 1 from staff_links join staff_users on staff_users.id = staff_links.staff_user_id
      where staff_links.id = ${id} and staff_links.used_at is null and staff_links.expires_at > ${now.getTime()}
        and staff_users.deactivated_at is null)`,
  )

/** All links of a staff user are used up: a new one makes the old ones worthless, and so does a new password. */
export const useStaffLinks = (database: Database, staffUserId: string, now: Date): Change =>
  database.query
    .update(staffLinks)
    .set({ usedAt: now })
    .where(and(eq(staffLinks.staffUserId, staffUserId), isNull(staffLinks.usedAt)))

/** The first password, or another one. */
export const setStaffPassword = (
  database: Database,
  {
    id,
    staffUserId,
    passwordHash,
    now,
  }: { id: string; staffUserId: string; passwordHash: string; now: Date },
): Change =>
  database.query
    .insert(staffCredentials)
    .values({
      id,
      userId: staffUserId,
      providerId: 'credential',
      accountId: staffUserId,
      password: passwordHash,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoUpdate({
      target: [staffCredentials.providerId, staffCredentials.accountId],
      set: { password: passwordHash, updatedAt: now },
    })

export async function findStaffPasswordHash(database: Database, staffUserId: string): Promise<string | null> {
  const [row] = await database.query
    .select({ password: staffCredentials.password })
    .from(staffCredentials)
    .where(and(eq(staffCredentials.userId, staffUserId), eq(staffCredentials.providerId, 'credential')))
  return row?.password ?? null
}

/** The authenticator app and its recovery codes. */
export const removeTwoFactor = (staffUserId: string, now: Date): Change[] => [
  sql`delete from staff_two_factors where user_id = ${staffUserId}`,
  sql`update staff_users set two_factor_enabled = 0, updated_at = ${now.getTime()} where id = ${staffUserId}`,
]
