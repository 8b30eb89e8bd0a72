import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import { inviteeUsers, passwordResets } from '../schema/index.ts'

/** Only the newest link works: earlier ones go. */
export const replacePasswordReset = (
  database: Database,
  row: typeof passwordResets.$inferInsert,
): Change[] => [
  database.query.delete(passwordResets).where(eq(passwordResets.userId, row.userId)),
  database.query.insert(passwordResets).values(row),
]

/** Whose link it is, while it works; `null` when it never did, was used, or is too old. */
export async function findPasswordReset(
  database: Database,
  tokenHash: string,
  now: Date,
): Promise<{ userId: string; email: string } | null> {
  const [found] = await database.query
    .select({ userId: inviteeUsers.id, email: inviteeUsers.email })
    .from(passwordResets)
    .innerJoin(inviteeUsers, eq(inviteeUsers.id, passwordResets.userId))
    .where(and(eq(passwordResets.tokenHash, tokenHash), worksAt(now)))
  return found ?? null
}

const worksAt = (now: Date) =>
  sql`${passwordResets.usedAt} is null and ${passwordResets.expiresAt} > ${now.getTime()}`

export const passwordResetWorks = (tokenHash: string, now: Date) =>
  guard(
    'reset_used',
    sql`exists (select 1 from ${passwordResets} where ${eq(passwordResets.tokenHash, tokenHash)} and ${worksAt(now)})`,
  )

export const usePasswordReset = (database: Database, tokenHash: string, now: Date): Change =>
  database.query.update(passwordResets).set({ usedAt: now }).where(eq(passwordResets.tokenHash, tokenHash))
