import { type SQL, sql } from 'drizzle-orm'

/**
 * A UUIDv7 (RFC 9562, 5.7) that SQLite makes, one a row. An expression, not a subquery: that would be evaluated once
 * for all rows.
 */
export const uuidV7 = (now: Date): SQL => {
  const milliseconds = now.getTime()
  return sql`lower(printf('%08x-%04x-7%s-%s%s-%s', ${Math.floor(milliseconds / 65_536)}, ${milliseconds % 65_536},
    substr(hex(randomblob(2)), 2), substr('89ab', 1 + (random() & 3), 1), substr(hex(randomblob(2)), 2),
    hex(randomblob(6))))`
}
