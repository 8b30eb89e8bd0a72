import process from 'node:process'

const parentCheckMilliseconds = 250

/**
 * Waits for Ctrl-C, `kill`, a closed terminal, or the end of the package manager that started this process:
 * not all of them pass signals on. Asked a second time, the process ends at once.
 */
export function untilAskedToStop(): { toStop: Promise<'asked'>; signal: AbortSignal } {
  const stopping = new AbortController()
  const asked = Promise.withResolvers<'asked'>()
  const ask = () => {
    if (stopping.signal.aborted) process.exit(130)
    stopping.abort()
    asked.resolve('asked')
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, ask)

  if (process.env['npm_lifecycle_event']) {
    const parent = process.ppid
    const watch = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(watch)
      if (!stopping.signal.aborted) ask()
    }, parentCheckMilliseconds)
    watch.unref()
  }
  return { toStop: asked.promise, signal: stopping.signal }
}
