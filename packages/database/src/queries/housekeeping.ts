import { sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { pruneEvents } from './events.ts'
import { deleteEndedOidcAuthorizations } from './oidc-authorizations.ts'
import { deleteOldScimDeliveries } from './scim.ts'

/** Removes what is past its time and of no use to anybody: kept answers, counters of attempts, old jobs done. */
export async function pruneExpired(database: Database, now: Date): Promise<void> {
  const aWeekAgo = now.getTime() - 7 * 24 * 60 * 60 * 1000
  await database.write([
    sql`delete from idempotency_records where expires_at <= ${now.getTime()}`,
    sql`delete from attempts where window_ends_at <= ${now.getTime()}`,
    deleteEndedOidcAuthorizations(new Date(aWeekAgo)),
    deleteOldScimDeliveries(new Date(now.getTime() - 90 * 24 * 60 * 60 * 1000)),
    sql`delete from jobs where completed_at <= ${aWeekAgo}`,
    ...pruneEvents(now),
  ])
}
