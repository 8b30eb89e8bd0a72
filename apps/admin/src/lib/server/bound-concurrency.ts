/** Too many wait for their turn already. */
export class TooBusyError extends Error {
  override name = 'TooBusyError'
}

/** At most `limit` calls run at once; the others wait their turn, in order, and at most `maximumWaiting` of them. */
export function boundConcurrency(limit: number, maximumWaiting = Infinity) {
  const waiting: (() => void)[] = []
  let running = 0
  return async <T>(run: () => Promise<T>): Promise<T> => {
    if (running >= limit) {
      if (waiting.length >= maximumWaiting) throw new TooBusyError('Too many calls wait for their turn')
      await new Promise<void>((resume) => waiting.push(resume))
    } else running++
    try {
      return await run()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
