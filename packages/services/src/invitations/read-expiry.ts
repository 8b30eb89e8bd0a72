import { ok, readExpiry, type Result } from '@usher/domain'
import { refuseInput } from '../parse-input.ts'

export const unreadableExpiry = 'Give a date such as 2027-03-31, or a time such as 2027-03-31T17:00.'

/**
 * The instant of an expiry in the website's time zone; `null` is none.
 * @param after refuses what lies before; without it an expiry may end an invitation at once
 */
export function readInvitationExpiry(
  text: string | null,
  { timeZone, after, path = 'expiresAt' }: { timeZone: string; after?: Date; path?: string },
): Result<Date | null, 'invalid_request'> {
  if (text === null) return ok(null)
  const expiresAt = readExpiry(text, timeZone)
  if (!expiresAt) return refuseInput({ path, message: unreadableExpiry })
  if (after && expiresAt <= after) {
    return refuseInput({ path, message: 'This has already passed. Give a date to come, or none.' })
  }
  return ok(expiresAt)
}
