import { findAddressOfMessage, liftSuppressions, recordEmailEvent as writeEmailEvent } from '@usher/database'
import { hashesOfAddress, ok, refuse, type Result } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { refuseInput } from '../parse-input.ts'
import { suppressionStatement } from '../suppressions/new-suppression.ts'
import { effectOf, suppressionAfter } from './event-effect.ts'
import { readPostmarkEvent, type ToldEvent } from './postmark-event.ts'

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
  if (event.type === 'reactivated') return reactivate(deps, event.messageId)
  const outcome = await writeEmailEvent(deps.database, {
    ...event,
    ...effectOf(event),
    also: await suppressionsAfter(deps, event),
    activityId: deps.newId(),
    now: deps.now(),
  })
  if (outcome === 'too_early') return refuse('unavailable', { retryAfterSeconds: 60 })
  return ok({ isRecorded: outcome === 'recorded' })
}

/** What bounced for good, was complained about or suppressed by the provider is not mailed again. */
async function suppressionsAfter(deps: Deps, event: ToldEvent) {
  const reason = suppressionAfter(event)
  const address = reason && (await findAddressOfMessage(deps.database, event.messageId))
  return address ? [await suppressionStatement(deps, { address, websiteId: null, reason })] : []
}

async function reactivate(deps: Deps, messageId: string): Promise<Result<{ isRecorded: boolean }, never>> {
  const address = await findAddressOfMessage(deps.database, messageId)
  if (!address) return ok({ isRecorded: false })
  const hashes = await hashesOfAddress(deps.keys, address)
  await deps.database.write([liftSuppressions(hashes, null, ['provider', 'hard_bounce'], deps.now())])
  return ok({ isRecorded: true })
}
