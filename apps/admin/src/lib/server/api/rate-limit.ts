import type { MiddlewareHandler } from 'hono'
import type { ApiEnvironment } from './environment.ts'
import { answerProblem } from './problem.ts'

const windowMilliseconds = 60_000

/** So many requests a key and minute, counted in this process; how many are left stands in every answer's headers. */
export function limitRate(limit: number, now: () => Date): MiddlewareHandler<ApiEnvironment> {
  const windows = new Map<string, { count: number; endsAt: number }>()
  return async (c, next) => {
    const instant = now().getTime()
    const id = c.var.actor.id
    let window = windows.get(id)
    if (!window || window.endsAt <= instant) {
      window = { count: 0, endsAt: instant + windowMilliseconds }
      // Keys are made by staff, so there are few: no more windows than keys.
      windows.set(id, window)
    }
    window.count++
    const resetSeconds = Math.max(1, Math.ceil((window.endsAt - instant) / 1000))
    c.header('ratelimit-limit', String(limit))
    c.header('ratelimit-remaining', String(Math.max(0, limit - window.count)))
    c.header('ratelimit-reset', String(resetSeconds))
    if (window.count <= limit) return next()
    return answerProblem(c, { ok: false, refusal: 'too_many_attempts', retryAfterSeconds: resetSeconds })
  }
}
