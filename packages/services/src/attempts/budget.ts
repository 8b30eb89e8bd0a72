import { type Refused, refuse } from '@usher/domain'

/** How often something may be tried in one bucket within a window, which begins with the first try. */
export type Budget = {
  /** What is counted, such as `code-failures:203.0.113.0/24`. Holds no code, no address of a person in clear. */
  bucket: string
  limit: number
  windowSeconds: number
}

/** @param windowEndsAt when the longest of the windows that are used up ends */
export function refuseUntil(windowEndsAt: Date, now: Date): Refused<'too_many_attempts'> {
  const seconds = Math.ceil((windowEndsAt.getTime() - now.getTime()) / 1000)
  return refuse('too_many_attempts', { retryAfterSeconds: Math.max(1, seconds) })
}
