import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import { oidcAuthorizations } from '../schema/index.ts'

export type OidcAuthorizationRow = typeof oidcAuthorizations.$inferSelect

/** No code with this id was redeemed before. */
export const oidcCodeIsUnused = (id: string) =>
  guard(
    'code_used',
    sql`not exists (select 1 from ${oidcAuthorizations} where ${eq(oidcAuthorizations.id, id)})`,
  )

/** The authorization that still stands; `null` when it is revoked, over, or its person or client is gone. */
export async function findOidcAuthorization(
  database: Database,
  id: string,
  now: Date,
): Promise<OidcAuthorizationRow | null> {
  const [found] = await database.query
    .select()
    .from(oidcAuthorizations)
    .where(
      and(
        eq(oidcAuthorizations.id, id),
        isNull(oidcAuthorizations.revokedAt),
        gt(oidcAuthorizations.endsAt, now),
      ),
    )
  return found ?? null
}

/** Its refresh token of this generation is the newest, and it still stands. */
export const oidcRefreshIsCurrent = (
  refresh: { id: string; clientId: string; generation: number },
  now: Date,
) =>
  guard(
    'refresh_spent',
    sql`exists (select 1 from ${oidcAuthorizations}
      where ${eq(oidcAuthorizations.id, refresh.id)} and ${eq(oidcAuthorizations.clientId, refresh.clientId)}
        and ${oidcAuthorizations.refreshGeneration} = ${refresh.generation}
        and ${isNull(oidcAuthorizations.revokedAt)} and ${oidcAuthorizations.endsAt} > ${now.getTime()})`,
  )

/** The next refresh token, from now on the only one. */
export const nextOidcRefresh = (database: Database, id: string, endsAt: Date): Change =>
  database.query
    .update(oidcAuthorizations)
    .set({ refreshGeneration: sql`${oidcAuthorizations.refreshGeneration} + 1`, endsAt })
    .where(eq(oidcAuthorizations.id, id))

/** For good: the first time stays. */
export const revokeOidcAuthorization = (
  database: Database,
  { id, clientId }: { id: string; clientId: string },
  now: Date,
): Change =>
  database.query
    .update(oidcAuthorizations)
    .set({ revokedAt: now })
    .where(
      and(
        eq(oidcAuthorizations.id, id),
        eq(oidcAuthorizations.clientId, clientId),
        isNull(oidcAuthorizations.revokedAt),
      ),
    )

/** Everything that came from one session at the edge. */
export const revokeOidcAuthorizationsOfSession = (
  database: Database,
  { userId, sessionId }: { userId: string; sessionId: string },
  now: Date,
): Change =>
  database.query
    .update(oidcAuthorizations)
    .set({ revokedAt: now })
    .where(
      and(
        eq(oidcAuthorizations.userId, userId),
        eq(oidcAuthorizations.sessionId, sessionId),
        isNull(oidcAuthorizations.revokedAt),
      ),
    )

/** Over for so long that no token of theirs is left. */
export const deleteEndedOidcAuthorizations = (before: Date): Change =>
  sql`delete from oidc_authorizations where ends_at <= ${before.getTime()}`
