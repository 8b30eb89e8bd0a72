/** After so many attempts in vain a job is parked: about five hours of trying. */
export const maximumAttempts = 30

const longestPauseMilliseconds = 15 * 60_000

/**
 * How long to wait after the nth failure: doubling from one second to a quarter of an hour, of which up to half is left
 * to chance, so that what failed together does not come back together.
 * @param chance from 0 to 1
 */
export function backOffMilliseconds(attempt: number, chance: number): number {
  const pause = Math.min(longestPauseMilliseconds, 1000 * 2 ** Math.min(attempt - 1, 20))
  return Math.round(pause * (1 - chance / 2))
}
