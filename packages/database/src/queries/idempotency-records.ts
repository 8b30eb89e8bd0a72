import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { guard, type Statement } from '../connection/statement.ts'
import { idempotencyRecords } from '../schema/index.ts'

/** Who answers a request: named by key and the instant of the claim, which is another for whoever takes over. */
export type IdempotencyClaim = { apiKeyId: string; key: string; claimedAt: Date }

/** Kept in `status` from the request's first write until its answer is kept: it took effect. HTTP's own 102, Processing. */
const tookEffect = 102

const isOurs = ({ apiKeyId, key, claimedAt }: IdempotencyClaim) =>
  and(
    eq(idempotencyRecords.apiKeyId, apiKeyId),
    eq(idempotencyRecords.key, key),
    eq(idempotencyRecords.createdAt, claimedAt),
    isNull(idempotencyRecords.responseSealed),
  )

/**
 * Claims a key for one request, and forgets those past their end. A claim that is older than `abandonedBefore` and
 * has had no effect is taken over by the same request. `false`: somebody else has it, see `findIdempotencyRecord`.
 */
export async function claimIdempotencyKey(
  database: Database,
  claim: IdempotencyClaim & { requestHash: string; expiresAt: Date; abandonedBefore: Date },
): Promise<boolean> {
  const { apiKeyId, key, claimedAt, requestHash, expiresAt, abandonedBefore } = claim
  const written = await database.write([
    database.query.delete(idempotencyRecords).where(lte(idempotencyRecords.expiresAt, claimedAt)),
    database.query
      .insert(idempotencyRecords)
      .values({ apiKeyId, key, requestHash, createdAt: claimedAt, expiresAt })
      .onConflictDoUpdate({
        target: [idempotencyRecords.apiKeyId, idempotencyRecords.key],
        set: { createdAt: claimedAt, expiresAt },
        setWhere: and(
          isNull(idempotencyRecords.status),
          eq(idempotencyRecords.requestHash, requestHash),
          lte(idempotencyRecords.createdAt, abandonedBefore),
        ),
      })
      .returning({ key: idempotencyRecords.key }),
  ])
  if (!written.ok) throw new Error('A claim has no guard')
  return (written.results[1]?.rows.length ?? 0) > 0
}

export async function findIdempotencyRecord(database: Database, apiKeyId: string, key: string) {
  const [row] = await database.query
    .select()
    .from(idempotencyRecords)
    .where(and(eq(idempotencyRecords.apiKeyId, apiKeyId), eq(idempotencyRecords.key, key)))
  return row ? { ...row, tookEffect: row.status !== null } : null
}

/** Another request took the claim over while this one was still at work: nothing of its write was kept. */
export class ClaimTakenOverError extends Error {
  override name = 'ClaimTakenOverError'
}

/**
 * The same database for the time of one request: each of its writes notes in the same transaction that the request
 * took effect, and is refused once somebody else has taken the claim over.
 */
export function fenceWrites(database: Database, claim: IdempotencyClaim): Database {
  const fence: Statement[] = [
    guard(
      'idempotency_claim',
      sql`exists ${database.query.select({ key: idempotencyRecords.key }).from(idempotencyRecords).where(isOurs(claim))}`,
    ),
    database.query.update(idempotencyRecords).set({ status: tookEffect }).where(isOurs(claim)),
  ]
  return {
    ...database,
    async write(statements) {
      const written = await database.write([...statements, ...fence])
      if (written.ok) return { ok: true, results: written.results.slice(0, statements.length) }
      if (written.guard === 'idempotency_claim') throw new ClaimTakenOverError('The claim was taken over')
      return { ok: false, guard: written.guard as never }
    },
  }
}

/** Keeps the answer for who asks again. */
export async function keepIdempotentAnswer(
  database: Database,
  claim: IdempotencyClaim,
  answer: { status: number; responseSealed: string },
): Promise<void> {
  await database.write([database.query.update(idempotencyRecords).set(answer).where(isOurs(claim))])
}

/** Frees the key when the request had no effect: it may be sent again, corrected or not. */
export async function releaseIdempotencyKey(database: Database, claim: IdempotencyClaim): Promise<void> {
  await database.write([
    database.query.delete(idempotencyRecords).where(and(isOurs(claim), isNull(idempotencyRecords.status))),
  ])
}
