import { collectEvents, pruneExpired, pushScim } from '@usher/services/worker'
import { checkDeliveries } from './check-deliveries.ts'
import type { House } from './deps.ts'
import { startDrain } from './drain.ts'
import { log, nameOfError } from './log.ts'
import { runWorkflows } from './run-workflows.ts'
import { sendMail } from './send-mail.ts'
import { runTasks } from './run-tasks.ts'
import { createSignal } from './signal.ts'
import { watchDatabase } from './watch-database.ts'
import { createWebhookLane } from './webhooks/deliver-webhooks.ts'
import { createWebhookSender } from './webhooks/send-webhook.ts'

export type WorkerOptions = {
  /** After so long without a sign of life, somebody else takes over. */
  leaseMilliseconds?: number
  fallbackMilliseconds?: number
  firstPauseMilliseconds?: number
  longestPauseMilliseconds?: number
  /** How often the provider is asked about mails that no webhook told about. */
  checkEveryMilliseconds?: number
  batchSize?: number
}

export type Worker = {
  /** Ends after what is in hand; what was not begun stays in the queue. */
  stop(): Promise<void>
}

/** Jobs up to this one are somebody who waits at a screen. */
const urgent = 0
/** Up to this one they follow from what an invitee just did. */
const ofRedemptions = 10
const pruneEveryMilliseconds = 60 * 60 * 1000

/**
 * Drains the job table, in lanes side by side: mails that somebody waits for, all mails, workflows of redemptions, all
 * workflows. So a code or a welcome need not wait behind ten thousand invitations.
 */
export function startWorker(house: House, options: WorkerOptions = {}): Worker {
  const {
    leaseMilliseconds = 30_000,
    fallbackMilliseconds = 2000,
    firstPauseMilliseconds = 5000,
    longestPauseMilliseconds = 5 * 60_000,
    checkEveryMilliseconds = 60_000,
    batchSize,
  } = options
  const signal = createSignal()
  const stopWatching = house.databaseFile ? watchDatabase(house.databaseFile, signal.raise) : () => undefined
  // Steps of workflows write mails: the lanes wake each other.
  const wakeful: House = { ...house, deps: { ...house.deps, onJobsWritten: signal.raise } }
  const times = { signal, fallbackMilliseconds, firstPauseMilliseconds, longestPauseMilliseconds }
  const sender = createWebhookSender({ allowedTargets: house.deps.webhookAllowedTargets ?? [] })
  const webhooks = createWebhookLane(wakeful, { sender, leaseMilliseconds })
  const drains = [
    startDrain({
      ...times,
      name: 'urgent mail',
      takeTurn: () => sendMail(wakeful, { maximumPriority: urgent, leaseMilliseconds, batchSize }),
    }),
    startDrain({
      ...times,
      name: 'mail',
      takeTurn: () => sendMail(wakeful, { maximumPriority: 1000, leaseMilliseconds, batchSize }),
    }),
    startDrain({
      ...times,
      name: 'delivery checks',
      // Not woken by new work, which nobody can know anything about yet.
      signal: createSignal(),
      fallbackMilliseconds: checkEveryMilliseconds,
      takeTurn: () => checkDeliveries(wakeful),
    }),
    startDrain({
      ...times,
      name: 'workflows of redemptions',
      takeTurn: () => runWorkflows(wakeful, { maximumPriority: ofRedemptions, leaseMilliseconds }),
    }),
    startDrain({
      ...times,
      name: 'workflows',
      takeTurn: () => runWorkflows(wakeful, { maximumPriority: 1000, leaseMilliseconds }),
    }),
    startDrain({ ...times, name: 'bulk changes', takeTurn: () => runTasks(wakeful) }),
    startDrain({ ...times, name: 'webhooks', takeTurn: webhooks.takeTurn }),
    startDrain({
      ...times,
      name: 'scim',
      takeTurn: async () => ((await pushScim({ deps: wakeful.deps, sender })) ? 'worked' : 'idle'),
    }),
    startDrain({
      ...times,
      name: 'events',
      takeTurn: async () => ((await collectEvents({ deps: wakeful.deps })) ? 'worked' : 'idle'),
    }),
  ]
  const prune = () =>
    void pruneExpired({ deps: house.deps }).catch((error: unknown) =>
      log.warn('Nothing was pruned: {error}', { error: nameOfError(error) }),
    )
  prune()
  const pruning = setInterval(prune, pruneEveryMilliseconds)

  return {
    async stop() {
      clearInterval(pruning)
      stopWatching()
      await Promise.all(drains.map((drain) => drain.stop()))
      await webhooks.settled()
      sender.close()
    },
  }
}
