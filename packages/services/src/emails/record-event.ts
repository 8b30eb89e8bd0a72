import { recordEmailEvent as writeEmailEvent } from '@usher/database'
import { ok, refuse, type Result } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { refuseInput } from '../parse-input.ts'
import { effectOf } from './event-effect.ts'
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
    ...effectOf(event),
    activityId: deps.newId(),
    now: deps.now(),
  })
  if (outcome === 'too_early') return refuse('unavailable', { retryAfterSeconds: 60 })
  return ok({ isRecorded: outcome === 'recorded' })
}
