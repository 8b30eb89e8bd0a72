/** More people than this waiting to have a password hashed is an attack, or a stampede: it is said, not queued. */
const longestQueue = 200

/**
 * Better Auth's scrypt, with a bound on how many run at once: each costs about a tenth of a second of a processor, and
 * redemptions and pages must not wait behind them. Loaded when the first password comes.
 * @param processors how many the machine has; one of them is left to everything else
 */
export function createPasswordHashing(processors: number) {
  const bounded = createBound(Math.max(1, processors - 1))
  const load = () => import('better-auth/crypto')
  return {
    hash: (password: string): Promise<string> => bounded(async () => (await load()).hashPassword(password)),
    verify: (given: { password: string; hash: string }): Promise<boolean> =>
      bounded(async () => (await load()).verifyPassword(given)),
  }
}

/** Runs at most `limit` at once; the others wait for their turn. */
export function createBound(limit: number) {
  let running = 0
  const waiting: (() => void)[] = []
  return async <T>(run: () => Promise<T>): Promise<T> => {
    if (running >= limit) {
      if (waiting.length >= longestQueue) throw new OverloadedError('Too many passwords wait to be hashed')
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else {
      running++
    }
    try {
      return await run()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}

/** Come back later: answered 503. */
export class OverloadedError extends Error {
  override name = 'OverloadedError'
}
