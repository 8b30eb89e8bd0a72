import type { Database } from '../connection/database.ts'
import { type ClaimedRedemption, type ClaimRequest, claimRedemptions } from './redemption-claim.ts'

type Waiting = {
  request: ClaimRequest
  clockOffsetMilliseconds: number
  resolve(claimed: ClaimedRedemption | null): void
  reject(error: unknown): void
}

type Queue = {
  waiting: Waiting[]
  isRunning: boolean
  /** How many the last batch held, and when it ended: as many are expected again, for a moment. */
  last: { size: number; endedAt: number }
  /** Called for each that comes while the next batch gathers. */
  onArrival: (() => void) | null
}

/** More in one transaction would make those who came first wait for the last. */
const largestBatch = 128
/** How long those who come together wait for each other, and how soon after a batch somebody counts as coming with it. */
const gatheringMilliseconds = 2
const togetherMilliseconds = 10

const queues = new WeakMap<Database, Queue>()

/**
 * Claims for one request. A lone request goes to the database in the next turn of the event loop; those that arrive
 * together, or while a claim is under way, go together. Where requests are kept apart, each goes alone.
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
    const queue = queues.get(database) ?? newQueue()
    queues.set(database, queue)
    queue.waiting.push({ request, clockOffsetMilliseconds, resolve, reject })
    queue.onArrival?.()
    if (!queue.isRunning) void work(database, queue)
  })
}

const newQueue = (): Queue => ({
  waiting: [],
  isRunning: false,
  last: { size: 1, endedAt: 0 },
  onArrival: null,
})

async function work(database: Database, queue: Queue): Promise<void> {
  queue.isRunning = true
  while (queue.waiting.length > 0) {
    await gather(queue)
    const batch = queue.waiting.splice(0, largestBatch)
    await decide(database, batch)
    queue.last = { size: batch.length, endedAt: Date.now() }
  }
  queue.isRunning = false
}

/**
 * The driver of files blocks the process, so who knocked meanwhile is heard only in the next turn. When several came
 * together a moment ago, as many are waited for, at most two milliseconds.
 */
async function gather(queue: Queue): Promise<void> {
  const { size, endedAt } = queue.last
  if (size === 1 || Date.now() - endedAt > togetherMilliseconds) return nextTurn()
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, gatheringMilliseconds)
    queue.onArrival = () => {
      if (queue.waiting.length < size) return
      clearTimeout(timer)
      resolve()
    }
    queue.onArrival()
  })
  queue.onArrival = null
}

/** Sooner than any timer: behind what has arrived already. */
function nextTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
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
