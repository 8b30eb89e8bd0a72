import type { Database } from '../connection/database.ts'
import { type ClaimedRedemption, type ClaimRequest, claimRedemptions } from './redemption-claim.ts'

type Waiting = {
  request: ClaimRequest
  clockOffsetMilliseconds: number
  resolve(claimed: ClaimedRedemption | null): void
  reject(error: unknown): void
}

/** More in one transaction would make those who came first wait for the last. */
const largestBatch = 128

const queues = new WeakMap<Database, { waiting: Waiting[]; isRunning: boolean }>()

/**
 * Claims for one request. A lone request goes to the database at once; those that arrive while a claim is under way go
 * together in the next. Where requests are kept apart, each goes alone.
 * @returns `null` when the claim was not granted; the caller explains
 */
export async function claimRedemption(
  database: Database,
  request: ClaimRequest,
  clockOffsetMilliseconds: number,
): Promise<ClaimedRedemption | null> {
  if (!database.decidesTogether) {
    const [claimed] = await claimRedemptions(database, [request], clockOffsetMilliseconds)
    return claimed ?? null
  }
  return new Promise((resolve, reject) => {
    const queue = queues.get(database) ?? { waiting: [], isRunning: false }
    queues.set(database, queue)
    queue.waiting.push({ request, clockOffsetMilliseconds, resolve, reject })
    if (!queue.isRunning) void work(database, queue)
  })
}

async function work(database: Database, queue: { waiting: Waiting[]; isRunning: boolean }): Promise<void> {
  queue.isRunning = true
  for (let batch = queue.waiting.splice(0, largestBatch); batch.length > 0;) {
    await decide(database, batch)
    batch = queue.waiting.splice(0, largestBatch)
  }
  queue.isRunning = false
}

async function decide(database: Database, batch: Waiting[]): Promise<void> {
  try {
    const requests = batch.map((waiting) => waiting.request)
    const claimed = await claimRedemptions(database, requests, batch[0]?.clockOffsetMilliseconds ?? 0)
    batch.forEach((waiting, index) => waiting.resolve(claimed[index] ?? null))
  } catch (error) {
    for (const waiting of batch) waiting.reject(error)
  }
}
