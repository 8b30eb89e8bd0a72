import type { Texts } from '../texts/index.ts'

type Zone = { timeZone: string }

/** Everywhere the calendar that invitations are made with. */
const formatDate = ({ locale }: Texts, instant: Date, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { calendar: 'gregory', ...options }).format(instant)

/** `31 March 2027` in the website's time zone. */
export const formatDay = (texts: Texts, instant: Date, zone: Zone): string =>
  formatDate(texts, instant, { dateStyle: 'long', timeZone: zone.timeZone })

/** `31 March 2027 at 14:05` in the website's time zone. */
export const formatMoment = (texts: Texts, instant: Date, zone: Zone): string =>
  formatDate(texts, instant, { dateStyle: 'long', timeStyle: 'short', timeZone: zone.timeZone })

/**
 * Until when, as people say it: `the end of Wednesday, 31 March 2027` for a day, with time and zone for an instant.
 * An expiry is exclusive: midnight belongs to the day before.
 */
export function formatUntil(texts: Texts, expiresAt: Date, zone: Zone): string {
  const { timeZone } = zone
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone }).format(expiresAt)
  if (time === '00:00:00') {
    const lastDay = new Date(expiresAt.getTime() - 1)
    return texts.landing.endOfDay(formatDate(texts, lastDay, { dateStyle: 'full', timeZone }))
  }
  return formatDate(texts, expiresAt, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  })
}

/** `a password or a code by e-mail` */
export const listOf = ({ locale }: Texts, items: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'disjunction' }).format(items)
