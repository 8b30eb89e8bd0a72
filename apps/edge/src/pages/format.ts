import type { Texts } from '../texts/index.ts'

type Zone = { locale: string; timeZone: string }

/** The locale that dates are written in: the website's, as far as it is of the page's language. */
const dateLocale = (texts: Texts, { locale }: Zone) =>
  locale.split('-')[0] === texts.language && locale.includes('-')
    ? locale
    : texts.language === 'en'
      ? 'en-GB'
      : texts.language

/** `31 March 2027` in the website's time zone. */
export const formatDay = (texts: Texts, instant: Date, zone: Zone): string =>
  new Intl.DateTimeFormat(dateLocale(texts, zone), { dateStyle: 'long', timeZone: zone.timeZone }).format(
    instant,
  )

/**
 * Until when, as people say it: `the end of Wednesday, 31 March 2027` for a day, with time and zone for an instant.
 * An expiry is exclusive: midnight belongs to the day before.
 */
export function formatUntil(texts: Texts, expiresAt: Date, zone: Zone): string {
  const locale = dateLocale(texts, zone)
  const { timeZone } = zone
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone }).format(expiresAt)
  if (time === '00:00:00') {
    const lastDay = new Date(expiresAt.getTime() - 1)
    return texts.landing.endOfDay(
      new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone }).format(lastDay),
    )
  }
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(expiresAt)
}
