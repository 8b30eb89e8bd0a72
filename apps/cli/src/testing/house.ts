import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { freePorts } from '../start/ports.ts'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))

export type RunningHouse = {
  process: ChildProcess
  origin: string
  port: number
  dataDir: string
  /** The one-time link for the first owner, while there is no staff user. */
  setUpUrl: string | null
  /** All it has said so far. */
  output(): string
  /** The processes that it keeps now, by app. */
  children(): Record<string, number>
  /** Asks it to end, as Ctrl-C does, and answers how long that took, in milliseconds. */
  stop(): Promise<number>
}

/** An empty data directory, and a port that nobody listens on. */
export async function makePlace() {
  const dataDir = await mkdtemp(join(tmpdir(), 'usher-house-'))
  const [port = 0] = await freePorts(1)
  return { dataDir, port, remove: () => rm(dataDir, { recursive: true, force: true }) }
}

export type Place = Awaited<ReturnType<typeof makePlace>>

/** What a start is told: nothing of the environment that the tests run in. */
export const environmentFor = ({
  dataDir,
  port,
}: Pick<Place, 'dataDir' | 'port'>): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '',
  TMPDIR: tmpdir(),
  USHER_DATA_DIR: dataDir,
  USHER_PORT: String(port),
})

/** Runs what `pnpm start` runs, on the apps as they are built, until it says that it is ready. */
export async function startHouse(
  place: Pick<Place, 'dataDir' | 'port'>,
  variables: Record<string, string> = {},
  options: string[] = [],
): Promise<RunningHouse> {
  let output = ''
  const house = spawn(process.execPath, [main, 'start', ...options], {
    env: { ...environmentFor(place), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ready = Promise.withResolvers<void>()
  for (const stream of [house.stdout, house.stderr]) {
    stream.on('data', (data: Buffer) => {
      output += data
      if (output.includes('Ctrl-C stops it.')) ready.resolve()
    })
  }
  house.once('close', (code) => ready.reject(new Error(`start ended with ${code}:\n${output}`)))
  await ready.promise
  return {
    process: house,
    origin: `http://localhost:${place.port}`,
    port: place.port,
    dataDir: place.dataDir,
    setUpUrl: /\S+\/admin\/set-up\?token=\S+/.exec(output)?.[0] ?? null,
    output: () => output,
    children: () => childrenOf(house.pid),
    async stop() {
      if (house.exitCode !== null || house.signalCode !== null) return 0
      const askedAt = performance.now()
      const closed = once(house, 'close')
      house.kill('SIGINT')
      await closed
      return performance.now() - askedAt
    },
  }
}

const appPaths = { edge: 'apps/edge/', admin: 'apps/admin/', worker: 'apps/worker/' }

function childrenOf(parent: number | undefined): Record<string, number> {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  const children = stdout.split('\n').flatMap((line) => {
    const [, pid, ppid, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    const program = command.trim().split(' ').at(-1) ?? ''
    const name = Object.entries(appPaths).find(([, path]) => program.includes(path))?.[0]
    return name && Number(ppid) === parent ? [[name, Number(pid)] as const] : []
  })
  return Object.fromEntries(children)
}

/** Runs a command of the command line to its end. */
export function runCommand(
  args: string[],
  place: Pick<Place, 'dataDir' | 'port'>,
  options: { variables?: Record<string, string>; input?: string; cwd?: string } = {},
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    env: { ...environmentFor(place), ...options.variables },
    input: options.input ?? '',
    cwd: options.cwd,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}
