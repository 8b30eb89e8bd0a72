import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import process from 'node:process'
import { createInterface } from 'node:readline'

export type App = {
  name: string
  command: string
  args: string[]
  environment: Record<string, string>
  /** Where it answers, on the loopback interface; null when it answers nobody. */
  port: number | null
  /** Lines that say only that all is well; left out unless everything is to be shown. */
  routine?: RegExp
}

export type AppState = 'starting' | 'running' | 'restarting' | 'stopped'

export type AppProcess = {
  app: App
  state: AppState
  pid: number | undefined
  /** Resolves when it answers, or to false after as many milliseconds. */
  whenRunning(milliseconds: number): Promise<boolean>
  /** Asks it to end, and ends it when it has not after as many milliseconds. */
  stop(milliseconds: number): Promise<void>
}

const firstPauseMilliseconds = 200
const longestPauseMilliseconds = 10_000
/** An app that ran so long was well: its next crash is treated as its first. */
const wellAfterMilliseconds = 30_000

/**
 * Keeps one app running: a crash is followed by a new start, after a pause that doubles while it keeps crashing.
 * The app is a process group of its own, so that Ctrl-C in the terminal reaches the supervisor alone.
 */
export function keepRunning(app: App, print: (line: string) => void): AppProcess {
  let child: ChildProcess
  let isStopping = false
  let pause = firstPauseMilliseconds
  let waiting: (() => void)[] = []
  const self: AppProcess = { app, state: 'starting', pid: undefined, whenRunning, stop }
  launch()
  return self

  function launch() {
    const startedAt = Date.now()
    child = spawn(app.command, app.args, {
      env: { ...app.environment, USHER_SUPERVISOR: String(process.pid) },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    const own = child
    self.pid = own.pid
    for (const stream of [own.stdout, own.stderr]) if (stream) createInterface(stream).on('line', print)
    own.once('error', (error) => print(error.message))
    own.once('exit', (code, signal) => {
      if (isStopping) return
      self.state = 'restarting'
      if (Date.now() - startedAt > wellAfterMilliseconds) pause = firstPauseMilliseconds
      print(`ended (${signal ?? `exit code ${code}`}); starting again in ${pause} ms`)
      setTimeout(() => !isStopping && launch(), pause)
      pause = Math.min(pause * 2, longestPauseMilliseconds)
    })
    void untilItAnswers(own)
  }

  async function untilItAnswers(own: ChildProcess) {
    if (app.port === null) await Promise.race([once(own, 'spawn'), once(own, 'exit')]).catch(() => undefined)
    else
      while (isAlive(own) && !(await answers(app.port)))
        await new Promise((resolve) => setTimeout(resolve, 20))
    if (!isAlive(own) || isStopping) return
    self.state = 'running'
    for (const resume of waiting) resume()
    waiting = []
  }

  async function whenRunning(milliseconds: number): Promise<boolean> {
    if (self.state === 'running') return true
    if (self.state === 'stopped') return false
    const running = Promise.withResolvers<boolean>()
    const timer = setTimeout(() => running.resolve(false), milliseconds)
    waiting.push(() => running.resolve(true))
    return running.promise.finally(() => clearTimeout(timer))
  }

  async function stop(milliseconds: number): Promise<void> {
    isStopping = true
    self.state = 'stopped'
    if (!isAlive(child)) return
    const ended = once(child, 'exit')
    signal(child, 'SIGTERM')
    const timer = setTimeout(() => signal(child, 'SIGKILL'), milliseconds)
    await ended
    clearTimeout(timer)
  }
}

const isAlive = (child: ChildProcess) =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null

/** To the whole group: what an app started itself ends with it. */
function signal(child: ChildProcess, name: NodeJS.Signals) {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, name)
  } catch {
    // It went before the signal came.
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => (socket.destroy(), resolve(true)))
    socket.once('error', () => resolve(false))
  })
}
