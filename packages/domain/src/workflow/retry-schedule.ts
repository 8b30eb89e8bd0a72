const minute = 60_000
const hour = 60 * minute

/**
 * The pauses before the second, third, … attempt at a message.
 * Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#deliverability-and-reliability
 */
const pauses = [5000, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour]

/** The first attempt and those after the pauses: about three days in all. */
export const maximumWebhookAttempts = pauses.length + 1

/**
 * How long to wait after the nth attempt in vain, with up to a fifth more left to chance; null when it was the last.
 * @param chance from 0 to 1
 */
export function webhookPauseMilliseconds(attempt: number, chance: number): number | null {
  const pause = pauses[attempt - 1]
  return pause === undefined ? null : Math.round(pause * (1 + chance / 5))
}
