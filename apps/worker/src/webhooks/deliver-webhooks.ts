import {
  claimJobs,
  deliverWebhook,
  failJob,
  type Lease,
  renewLease,
  type WebhookSender,
} from '@usher/services/worker'
import { type House, isDatabaseAway } from '../deps.ts'
import type { Turn } from '../drain.ts'
import { log, nameOfError } from '../log.ts'

/** So many messages are on their way at once; each holds its place until it is answered. */
const mostAtOnce = 50

/**
 * A lane whose work waits for the world: messages are sent side by side, and new ones follow as places become free, so
 * that one slow receiver does not hold up the others.
 */
export function createWebhookLane(
  { deps }: Pick<House, 'deps'>,
  { sender, leaseMilliseconds }: { sender: WebhookSender; leaseMilliseconds: number },
): { takeTurn(): Promise<Turn>; settled(): Promise<void> } {
  const underWay = new Set<Promise<void>>()
  let isDatabaseGone = false

  async function takeTurn(): Promise<Turn> {
    if (isDatabaseGone) {
      isDatabaseGone = false
      return { pauseReason: 'the database cannot be reached or written' }
    }
    const limit = mostAtOnce - underWay.size
    if (limit === 0) {
      await Promise.race(underWay)
      return 'worked'
    }
    const lease = await claimJobs({
      deps,
      input: { kinds: ['deliver_webhook'], maximumPriority: 1000, limit, leaseMilliseconds },
    })
    if (!lease) return 'idle'
    const input = { token: lease.token, leaseMilliseconds }
    const heartbeat = setInterval(
      () => void renewLease({ deps, input }).catch(() => undefined),
      leaseMilliseconds / 3,
    )
    const sent = lease.jobs.map((job) => {
      const attempt = deliver(lease, job).finally(() => underWay.delete(attempt))
      underWay.add(attempt)
      return attempt
    })
    void Promise.all(sent).finally(() => clearInterval(heartbeat))
    return 'worked'
  }

  async function deliver(lease: Lease, job: Lease['jobs'][number]): Promise<void> {
    try {
      const outcome = await deliverWebhook({ deps, sender, leaseToken: lease.token, job })
      log.info('webhook {delivery}: {outcome}', { delivery: job.payload.deliveryId, outcome })
    } catch (error) {
      log.error('a webhook failed: {error}', { error: nameOfError(error) })
      if (isDatabaseAway(error)) isDatabaseGone = true
      // Held until the lease ends when even that cannot be written.
      else
        await failJob({ deps, lease, job, reason: `An unexpected ${nameOfError(error)}` }).catch(
          () => undefined,
        )
    }
  }

  return { takeTurn, settled: async () => void (await Promise.all(underWay)) }
}
