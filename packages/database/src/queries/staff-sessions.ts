import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import type { Change } from '../connection/statement.ts'
import { staffSessions } from '../schema/index.ts'

export type StaffSession = {
  id: string
  ipAddress: string | null
  userAgent: string | null
  createdAt: Date
  expiresAt: Date
}

/** Where somebody is signed in, the newest first. Never what the cookie holds. */
export const findStaffSessions = (
  database: Database,
  staffUserId: string,
  now: Date,
): Promise<StaffSession[]> =>
  database.query
    .select({
      id: staffSessions.id,
      ipAddress: staffSessions.ipAddress,
      userAgent: staffSessions.userAgent,
      createdAt: staffSessions.createdAt,
      expiresAt: staffSessions.expiresAt,
    })
    .from(staffSessions)
    .where(and(eq(staffSessions.userId, staffUserId), gt(staffSessions.expiresAt, now)))
    .orderBy(desc(staffSessions.createdAt))
    .limit(100)

/** `only`: this session; `except`: all but this one; neither: all of them. */
export const deleteStaffSessions = (
  staffUserId: string,
  which: { only?: string; except?: string | null } = {},
): Change =>
  sql`
    delete from staff_sessions where user_id = ${staffUserId}
      and (${which.only ?? null} is null or id = ${which.only ?? null}) and id is not ${which.except ?? null}`
