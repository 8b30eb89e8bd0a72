import { ok, readExpiry, type Result } from '@usher/domain'
import { refuseInput } from '../parse-input.ts'

/** The instant at which access ends: a date lasts to its end on the website's clock. `null`: it does not end. */
export function readGrantEnd(
  text: string | null,
  { timeZone, now }: { timeZone: string; now: Date },
): Result<Date | null, 'invalid_request'> {
  if (text === null) return ok(null)
  const endsAt = readExpiry(text, timeZone)
  if (endsAt && endsAt > now) return ok(endsAt)
  return refuseInput({
    path: 'endsAt',
    message: 'Give a date to come, such as 2030-12-31, or none. To end access at once, take it back.',
  })
}
