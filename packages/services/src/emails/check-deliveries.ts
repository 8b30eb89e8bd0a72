import {
  claimEmailChecks,
  type EmailToCheck,
  recordEmailChecks,
  recordEmailEvent as writeEmailEvent,
} from '@usher/database'
import type { MailEvent } from '@usher/domain'
import type { Mailer } from '@usher/mail'
import type { Deps } from '../deps.ts'
import { pauseBeforeCheck } from './check-times.ts'
import { effectOf } from './event-effect.ts'

/** So many are asked about at a time: a net, not a flood. */
const limit = 200
const holdMilliseconds = 10 * 60_000

/**
 * Asks the provider about mails of which no webhook told: the net below, since webhooks get lost. Mails that may have gone
 * out twice are counted by the provider's own records.
 * @returns how many were asked about
 * @throws what the transport throws when it does not answer; they are asked about again later
 */
export async function checkDeliveries({ deps, mailer }: { deps: Deps; mailer: Mailer }): Promise<number> {
  if (!mailer.findEvents) return 0
  const now = deps.now()
  const claimed = await claimEmailChecks(deps.database, {
    now,
    heldUntil: new Date(now.getTime() + holdMilliseconds),
    limit,
  })
  if (claimed.length === 0) return 0
  const events = await mailer.findEvents(claimed.map(({ messageId }) => messageId))
  const doubted = claimed.filter(({ doubts }) => doubts > 0).map(({ id }) => id)
  const accepted = await mailer.findAccepted?.(doubted)
  for (const email of claimed) {
    for (const event of events.get(email.messageId) ?? []) await record(deps, email, event)
  }
  await deps.database.write([
    recordEmailChecks(
      claimed.map((email) => ({
        emailId: email.id,
        nextCheckAt: nextCheckAt(email),
        duplicates: Math.max(0, (accepted?.get(email.id)?.count ?? 1) - 1),
      })),
    ),
  ])
  return claimed.length
}

const record = (deps: Deps, email: EmailToCheck, event: MailEvent) =>
  writeEmailEvent(deps.database, {
    ...event,
    ...effectOf(event),
    messageId: email.messageId,
    emailId: email.id,
    key: `${email.messageId}:asked:${event.type}:${event.occurredAt.toISOString()}`,
    isPolled: true,
    activityId: deps.newId(),
    now: deps.now(),
  })

function nextCheckAt({ checks, sentAt }: EmailToCheck): number | null {
  const pause = pauseBeforeCheck(checks + 1)
  return Number.isFinite(pause) ? sentAt + pause : null
}
