import { claimJobs, deliverEmails, releaseLease, renewLease } from '@usher/services/worker'
import type { House } from './deps.ts'
import type { Turn } from './drain.ts'
import { log } from './log.ts'

/** Sends one batch of mails of at least this urgency. */
export async function sendMail(
  { deps, mailer }: Pick<House, 'deps' | 'mailer'>,
  options: { maximumPriority: number; leaseMilliseconds: number; batchSize?: number | undefined },
): Promise<Turn> {
  const { leaseMilliseconds } = options
  const lease = await claimJobs({
    deps,
    input: {
      kinds: ['send_email'],
      maximumPriority: options.maximumPriority,
      limit: Math.min(options.batchSize ?? mailer.batchSize, mailer.batchSize),
      leaseMilliseconds,
    },
  })
  if (!lease) return 'idle'
  const input = { token: lease.token, leaseMilliseconds }
  // Slow is not dead: the lease goes on while the transport takes its time.
  const heartbeat = setInterval(
    () => void renewLease({ deps, input }).catch(() => undefined),
    leaseMilliseconds / 3,
  )
  try {
    const { pauseReason, ...counts } = await deliverEmails({ deps, mailer, lease })
    log.info('mails: {sent} sent, {failed} failed, {notSent} not sent, {waiting} waiting', counts)
    return pauseReason === null ? 'worked' : { pauseReason }
  } catch (error) {
    await releaseLease({ deps, input }).catch(() => undefined)
    throw error
  } finally {
    clearInterval(heartbeat)
  }
}
