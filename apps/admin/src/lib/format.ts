import { countedUpTo } from '@usher/domain'

const units = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['week', 7 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
] as const

const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' })

/** `just now`, `5 minutes ago`, `in 3 days`. */
export function relativeTime(at: Date, now: Date): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000)
  for (const [unit, size] of units) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit)
  }
  return seconds > 30 ? 'in a moment' : 'just now'
}

/** `Mon, 15 Jan 2027, 10:00 UTC`: what a relative time hides. In the reader's zone in the browser, UTC on the server. */
export const absoluteTime = (at: Date, timeZone?: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(timeZone ? { timeZone } : {}),
  }).format(at)

/** `15 Jan 2027` */
export const shortDate = (at: Date, timeZone = 'UTC'): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone }).format(at)

export const formatCount = (count: number): string => new Intl.NumberFormat('en-GB').format(count)

/** `1 contact`, `12 contacts` */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`

/** As a list counts: `5,000+ contacts` where there are more. */
export const countedSome = (count: number, one: string, many = `${one}s`): string =>
  count > countedUpTo ? `${formatCount(countedUpTo)}+ ${many}` : counted(count, one, many)

/** `Jane Doe` → `JD`; at most two letters. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s@._-]+/).filter(Boolean)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('')
}
