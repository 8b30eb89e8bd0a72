import { isDatabaseAway } from './deps.ts'
import { log, nameOfError } from './log.ts'
import type { Signal } from './signal.ts'

/** What one look at the queue came to. */
export type Turn =
  | 'idle'
  | 'worked'
  /** The whole queue has to wait: the reason is for staff. */
  | { pauseReason: string }

export type DrainOptions = {
  name: string
  signal: Signal
  /** How long to sleep when nobody calls. */
  fallbackMilliseconds: number
  /** How long to wait the first time the queue has to pause; doubles while it goes on. */
  firstPauseMilliseconds: number
  longestPauseMilliseconds: number
  takeTurn(): Promise<Turn>
}

export type Drain = {
  /** Ends after the turn in hand. */
  stop(): Promise<void>
}

/** Takes turns while there is work, sleeps when there is none, waits longer and longer when none can be done. */
export function startDrain(options: DrainOptions): Drain {
  const { name, signal, fallbackMilliseconds, firstPauseMilliseconds, longestPauseMilliseconds } = options
  let isStopping = false
  const stopped = Promise.withResolvers<void>()
  let pause = firstPauseMilliseconds

  async function run(): Promise<void> {
    while (!isStopping) {
      const seen = signal.count()
      const turn = await takeTurn()
      if (isStopping) return
      if (turn === 'worked' || turn === 'idle') {
        pause = firstPauseMilliseconds
        if (turn === 'idle') await signal.wait(seen, fallbackMilliseconds)
        continue
      }
      const milliseconds = Math.round(pause * (1 - Math.random() / 4))
      log.warn('{name} pauses for {seconds} s: {reason}', {
        name,
        seconds: milliseconds / 1000,
        reason: turn.pauseReason,
      })
      pause = Math.min(pause * 2, longestPauseMilliseconds)
      // Not to be woken by new work: it could not be done either.
      await Promise.race([sleep(milliseconds), stopped.promise])
    }
  }

  async function takeTurn(): Promise<Turn> {
    try {
      return await options.takeTurn()
    } catch (error) {
      return {
        pauseReason: isDatabaseAway(error)
          ? 'the database cannot be reached or written'
          : `an unexpected ${nameOfError(error)}`,
      }
    }
  }

  const running = run()
  return {
    stop() {
      isStopping = true
      stopped.resolve()
      signal.raise()
      return running
    },
  }
}

const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })
