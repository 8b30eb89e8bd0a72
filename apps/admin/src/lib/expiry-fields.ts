/**
 * An expiry as the form's two fields have it: the last day, and a time only where it is not that day's end.
 * `2027-04-01T00:00` in the website's zone is the whole of 31 March.
 */
export function expiryFields(expiresAt: Date | null, timeZone: string): { date: string; time: string } {
  if (!expiresAt) return { date: '', time: '' }
  const local = localParts(expiresAt, timeZone)
  if (local.time !== '00:00') return local
  return { date: localParts(new Date(expiresAt.getTime() - 1), timeZone).date, time: '' }
}

function localParts(at: Date, timeZone: string): { date: string; time: string } {
  // Swedish writes dates as ISO 8601 does.
  const text = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(
    at,
  )
  const [date = '', time = ''] = text.split(' ')
  return { date, time }
}
