import process from 'node:process'
import { isThere, packageManagerProcesses } from './package-manager.ts'

const packageManagerCheckMilliseconds = 250
/** One Ctrl-C may arrive twice: from the terminal, and passed on by the package manager. */
const sameRequestMilliseconds = 1000

/**
 * Waits for Ctrl-C, `kill`, a closed terminal, or the end of the package manager that started this process.
 * Asked once more, a while later, the process ends at once.
 */
export function untilAskedToStop(): { toStop: Promise<'asked'>; signal: AbortSignal } {
  const stopping = new AbortController()
  const asked = Promise.withResolvers<'asked'>()
  let askedAt: number | null = null
  const ask = () => {
    askedAt ??= performance.now()
    if (performance.now() - askedAt > sameRequestMilliseconds) process.exit(130)
    stopping.abort()
    asked.resolve('asked')
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, ask)

  const watched = packageManagerProcesses()
  const watch = setInterval(() => {
    if (watched.every(isThere)) return
    clearInterval(watch)
    if (askedAt === null) ask()
  }, packageManagerCheckMilliseconds)
  watch.unref()
  return { toStop: asked.promise, signal: stopping.signal }
}
