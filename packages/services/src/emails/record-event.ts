import { recordEmailEvent as writeEmailEvent } from '@usher/database'
import { ok, refuse, type Result } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { refuseInput } from '../parse-input.ts'
import type { MailEvent } from './postmark-event.ts'
import { readPostmarkEvent } from './postmark-event.ts'

/**
 * Records what Postmark tells of a mail. Repeated and late events change nothing twice and nothing backwards; what is
 * about no mail of ours is left alone.
 * Refuses `unavailable` for a mail that is just being sent: told again later, its event is no longer too early.
 */
export async function recordEmailEvent({
  deps,
  input,
}: {
  deps: Deps
  input: unknown
}): Promise<Result<{ isRecorded: boolean }, 'invalid_request' | 'unavailable'>> {
  const event = readPostmarkEvent(input)
  if (event === 'invalid') return refuseInput({ path: '', message: 'This is no event of Postmark’s.' })
  if (event === null) return ok({ isRecorded: false })
  const outcome = await writeEmailEvent(deps.database, {
    ...event,
    ...effects[event.type],
    activityId: deps.newId(),
    now: deps.now(),
  })
  if (outcome === 'too_early') return refuse('unavailable', { retryAfterSeconds: 60 })
  return ok({ isRecorded: outcome === 'recorded' })
}

/** From which states an event moves a mail on, and the line it leaves on the timelines. Never backwards. */
const effects = {
  delivered: { from: ['sent'], activity: { type: 'email_delivered', subject: 'Mail delivered' } },
  opened: { from: ['sent', 'delivered'], activity: { type: 'email_opened', subject: 'Mail opened' } },
  bounced: { from: ['sent', 'delivered'], activity: { type: 'email_bounced', subject: 'Mail bounced' } },
  complained: {
    from: ['sent', 'delivered', 'opened', 'bounced'],
    activity: { type: 'email_failed', subject: 'Mail reported as spam' },
  },
  suppressed: {
    from: ['sent', 'delivered', 'opened'],
    activity: { type: 'email_failed', subject: 'Address suppressed by the mail provider' },
  },
} as const satisfies Record<MailEvent['type'], unknown>
