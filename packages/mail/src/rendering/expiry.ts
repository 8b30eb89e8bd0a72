/**
 * Until when, as the recipient's calendar and clock have it: `Wednesday, 31 March 2027 at 23:59 CEST`. Midnight is
 * told as the last minute of the day it ends. Written in the language of the mail around it, in the way of the
 * recipient's country where that speaks it.
 */
export function formatExpiry(
  expiresAt: Date,
  { language, locale, timeZone }: { language: string; locale: string; timeZone: string },
): string {
  const zone = known(timeZone, (candidate) => new Intl.DateTimeFormat('en', { timeZone: candidate })) ?? 'UTC'
  const way = wayOfWriting(language, locale)
  const clock = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  })
  const isMidnight = /^0?0:00$/.test(clock.format(expiresAt))
  const shown = isMidnight ? new Date(expiresAt.getTime() - 60_000) : expiresAt
  return new Intl.DateTimeFormat(way === 'en' ? 'en-GB' : way, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(shown)
}

/** The recipient's own way when it is a way of the mail's language. */
export function wayOfWriting(language: string, locale: string): string {
  const isSpoken = (candidate: string) => candidate.split('-')[0]?.toLowerCase() === language.split('-')[0]
  return (
    (isSpoken(locale) && known(locale, (candidate) => new Intl.DateTimeFormat(candidate))) ||
    known(language, (candidate) => new Intl.DateTimeFormat(candidate)) ||
    'en'
  )
}

function known(candidate: string, check: (candidate: string) => unknown): string | null {
  try {
    check(candidate)
    return candidate
  } catch {
    return null
  }
}
