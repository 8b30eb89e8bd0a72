/**
 * Until when, as the recipient's calendar and clock have it: `Wednesday, 31 March 2027 at 23:59 CEST`. Midnight is
 * told as the last minute of the day it ends.
 */
export function formatExpiry(
  expiresAt: Date,
  { locale, timeZone }: { locale: string; timeZone: string },
): string {
  const zone = known(timeZone, (candidate) => new Intl.DateTimeFormat('en', { timeZone: candidate })) ?? 'UTC'
  const language = known(locale, (candidate) => new Intl.DateTimeFormat(candidate)) ?? 'en-GB'
  const clock = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  })
  const isMidnight = /^0?0:00$/.test(clock.format(expiresAt))
  const shown = isMidnight ? new Date(expiresAt.getTime() - 60_000) : expiresAt
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
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

function known(candidate: string, check: (candidate: string) => unknown): string | null {
  try {
    check(candidate)
    return candidate
  } catch {
    return null
  }
}
