import { expect, test } from 'vitest'
import { maximumWebhookAttempts, webhookPauseMilliseconds } from './retry-schedule.ts'

test('ten attempts over about three days, never sooner than the schedule and at most a fifth later', () => {
  const seconds = (chance: number) =>
    Array.from({ length: maximumWebhookAttempts }, (_, index) => webhookPauseMilliseconds(index + 1, chance))
  expect(seconds(0)).toEqual([
    5_000,
    300_000,
    1_800_000,
    7_200_000,
    18_000_000,
    36_000_000,
    50_400_000,
    72_000_000,
    86_400_000,
    null,
  ])
  expect(seconds(1)[0]).toBe(6_000)
})
