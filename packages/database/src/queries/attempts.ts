import { and, gt, inArray, lte, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import type { Change } from '../connection/statement.ts'
import { attempts } from '../schema/index.ts'

/** How often something was tried in a window that is still open. */
export type AttemptCount = { bucket: string; count: number; windowEndsAt: Date }

/**
 * Counts once in each bucket, in one write. A bucket whose window has ended begins anew; ended windows are swept.
 * @returns the counts with this attempt included
 */
export async function addAttempts(
  database: Database,
  buckets: readonly { bucket: string; windowEndsAt: Date }[],
  now: Date,
): Promise<AttemptCount[]> {
  const rows = buckets.map(({ bucket, windowEndsAt }) => ({ bucket, windowEndsAt: windowEndsAt.getTime() }))
  const written = await database.write([
    database.query.delete(attempts).where(lte(attempts.windowEndsAt, now)),
    sql`
      insert into attempts (bucket, count, window_ends_at)
      select value->>'bucket', 1, value->>'windowEndsAt' from json_each(${JSON.stringify(rows)})
      where true
      on conflict (bucket) do update set count = count + 1
      returning bucket, count, window_ends_at`,
  ])
  const counted = written.ok ? (written.results[1]?.rows ?? []) : []
  return counted.map((row) => ({
    bucket: String(row.bucket),
    count: Number(row.count),
    windowEndsAt: new Date(Number(row.window_ends_at)),
  }))
}

export function findAttempts(
  database: Database,
  buckets: readonly string[],
  now: Date,
): Promise<AttemptCount[]> {
  return database.query
    .select()
    .from(attempts)
    .where(and(inArray(attempts.bucket, [...buckets]), gt(attempts.windowEndsAt, now)))
}

/** One try less in each bucket. */
export async function subtractAttempts(database: Database, buckets: readonly string[]): Promise<void> {
  await database.write([
    sql`
      update attempts set count = count - 1
      where count > 0 and bucket in (select value from json_each(${JSON.stringify(buckets)}))`,
  ])
}

export const deleteAttemptsStatement = (buckets: readonly string[]): Change =>
  sql`delete from attempts where bucket in (select value from json_each(${JSON.stringify(buckets)}))`

export async function deleteAttempts(database: Database, buckets: readonly string[]): Promise<void> {
  await database.write([database.query.delete(attempts).where(inArray(attempts.bucket, [...buckets]))])
}
