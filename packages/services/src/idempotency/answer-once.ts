import {
  claimIdempotencyKey,
  ClaimTakenOverError,
  fenceWrites,
  findIdempotencyRecord,
  type IdempotencyClaim,
  keepIdempotentAnswer,
  releaseIdempotencyKey,
} from '@usher/database'
import { hmac, ok, refuse, type Refused, type Result, seal, toHex, unseal } from '@usher/domain'
import type { Deps } from '../deps.ts'

export type Answer = { status: number; body: string }

const keptMilliseconds = 24 * 60 * 60 * 1000
/** After this long without effect the process that claimed the key is taken for dead. */
const abandonedMilliseconds = 60_000

/**
 * Answers a request of an API key once: the same request under the same key is given the kept answer (`isReplay`) for
 * 24 hours. Its effect happens at most once, whichever process dies when; an answer below 300, or one that had an
 * effect, is kept, and after any other the key is free again.
 *
 * Refuses `conflict` when the key was used for another request, when the first is still being answered, and when
 * it took effect but its answer was lost.
 *
 * @param request what must be the same: method, path and body
 * @param run answers with the given deps, whose writes belong to this request
 */
export async function answerOnce({
  deps,
  apiKeyId,
  key,
  request,
  run,
}: {
  deps: Deps
  apiKeyId: string
  key: string
  request: string
  run: (deps: Deps) => Promise<Answer>
}): Promise<Result<Answer & { isReplay: boolean }, 'conflict'>> {
  const [requestHash = '', ...earlierHashes] = await hashesOfRequest(deps, request)
  const claim: IdempotencyClaim = { apiKeyId, key, claimedAt: deps.now() }
  const isClaimed = await claimIdempotencyKey(deps.database, {
    ...claim,
    requestHash,
    expiresAt: new Date(claim.claimedAt.getTime() + keptMilliseconds),
    abandonedBefore: new Date(claim.claimedAt.getTime() - abandonedMilliseconds),
  })
  if (!isClaimed) return answerAgain(deps, claim, [requestHash, ...earlierHashes])
  try {
    const answer = await run({ ...deps, database: fenceWrites(deps.database, claim) })
    if (answer.status >= 300) await releaseIdempotencyKey(deps.database, claim)
    await keepIdempotentAnswer(deps.database, claim, {
      status: answer.status,
      responseSealed: await seal(deps.keys, answer.body, {
        iv: deps.randomBytes(12),
        context: contextOf(claim),
      }),
    })
    return ok({ ...answer, isReplay: false })
  } catch (error) {
    if (error instanceof ClaimTakenOverError) return refuseUnderway()
    await releaseIdempotencyKey(deps.database, claim).catch(() => undefined)
    throw error
  }
}

async function answerAgain(
  deps: Deps,
  claim: IdempotencyClaim,
  requestHashes: readonly string[],
): Promise<Result<Answer & { isReplay: boolean }, 'conflict'>> {
  const record = await findIdempotencyRecord(deps.database, claim.apiKeyId, claim.key)
  // Freed between our claim and our look.
  if (!record) return refuseUnderway()
  if (!requestHashes.includes(record.requestHash)) {
    return refuse('conflict', {
      detail: 'This Idempotency-Key was used for another request. Use a new key for each request.',
    })
  }
  const body =
    record.responseSealed === null
      ? null
      : await unseal(deps.keys, record.responseSealed, { context: contextOf(claim) })
  if (record.status !== null && body !== null) return ok({ status: record.status, body, isReplay: true })
  const isRecent = record.createdAt.getTime() > claim.claimedAt.getTime() - abandonedMilliseconds
  if (record.responseSealed === null && (isRecent || !record.tookEffect)) return refuseUnderway()
  return refuse('conflict', {
    detail:
      'This request was carried out, but its answer was lost. Look for its result before you send it under a new key.',
  })
}

/** Keyed: a request may hold what can be guessed, such as a code of the admin's own. Under the current key first. */
const hashesOfRequest = (deps: Deps, request: string): Promise<string[]> =>
  Promise.all(deps.keys.all.map(async (key) => toHex(await hmac(await key.hmac('idempotency'), request))))

const refuseUnderway = (): Refused<'conflict'> =>
  refuse('conflict', {
    detail: 'The first request with this Idempotency-Key is still being answered. Ask again in a moment.',
    retryAfterSeconds: 1,
  })

const contextOf = ({ apiKeyId, key }: IdempotencyClaim) => `idempotency:${apiKeyId}:${key}`
