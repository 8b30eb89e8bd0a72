import { readExpiry } from '@usher/domain'

/**
 * An expiry as the form's two fields have it: the last day, and a time only where it is not that day's end.
 * `2027-04-01T00:00` in the website's zone is the whole of 31 March. For the server: browsers may lack Temporal.
 */
export function expiryFields(expiresAt: Date | null, timeZone: string): { date: string; time: string } {
  if (!expiresAt) return { date: '', time: '' }
  const { date } = localParts(new Date(expiresAt.getTime() - 1), timeZone)
  const endOfDay = readExpiry(date, timeZone)
  return endOfDay?.getTime() === expiresAt.getTime() ? { date, time: '' } : localParts(expiresAt, timeZone)
}

function localParts(at: Date, timeZone: string): { date: string; time: string } {
  // Swedish writes dates as ISO 8601 does.
  const text = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(
    at,
  )
  const [date = '', time = ''] = text.split(' ')
  return { date, time }
}
