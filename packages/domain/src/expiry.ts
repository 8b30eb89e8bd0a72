/**
 * The instant an expiry means. A date alone (`2027-03-31`) lasts to the end of that day in the website's time zone;
 * a time without an offset (`2027-03-31T17:00`) is in that zone too; an instant (`…Z`, `…+02:00`) is itself.
 * `null` when the text is none of these, or no day of the calendar.
 */
export function readExpiry(text: string, timeZone: string): Date | null {
  const milliseconds = readInstant(text, timeZone)
  // Later, ISO 8601 needs a sign before the year, which many readers of our answers do not know.
  return milliseconds !== null && milliseconds < endOfFourDigitYears ? new Date(milliseconds) : null
}

const endOfFourDigitYears = Date.UTC(10_000, 0)

function readInstant(text: string, timeZone: string): number | null {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
      const dayAfter = Temporal.PlainDate.from(text, { overflow: 'reject' }).add({ days: 1 })
      return dayAfter.toZonedDateTime({ timeZone }).epochMilliseconds
    }
    if (/(Z|[+-]\d{2}:?\d{2})$/i.test(text)) return Temporal.Instant.from(text).epochMilliseconds
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime(timeZone)
      .epochMilliseconds
  } catch {
    return null
  }
}
