import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('../src/main.ts', import.meta.url))

export type House = {
  origin: string
  dataDir: string
  /** The one-time link for the first owner, as printed. */
  setUpLink: string
  /** Runs `usher` on this house and gives back what it printed. */
  usher(...args: string[]): Promise<{ code: number | null; output: string }>
  stop(): Promise<void>
}

/** Starts everything as `pnpm start` does after its build, on a data directory and a port of its own. */
export async function startHouse(environment: Record<string, string> = {}): Promise<House> {
  const dataDir = await mkdtemp(join(tmpdir(), 'usher-story-'))
  const port = await freePort()
  const variables = { ...process.env, USHER_DATA_DIR: dataDir, USHER_PORT: String(port), ...environment }
  const child = spawn(process.execPath, [command, 'start', '--no-build'], {
    env: variables,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = collect(child)
  await output.until(/Ctrl-C stops it/)
  const setUpLink = /https?:\/\/\S+\/admin\/set-up\?token=\S+/.exec(output.text())?.[0]
  if (!setUpLink) throw new Error(`start printed no set-up link:\n${output.text()}`)
  return {
    origin: `http://localhost:${port}`,
    dataDir,
    setUpLink,
    async usher(...args) {
      const run = spawn(process.execPath, [command, ...args], { env: variables, stdio: ['ignore', 'pipe', 'pipe'] })
      const printed = collect(run)
      const [code] = (await once(run, 'close')) as [number | null]
      return { code, output: printed.text() }
    },
    async stop() {
      child.kill('SIGINT')
      if (child.exitCode === null) await once(child, 'close')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function collect(child: ChildProcess) {
  let text = ''
  const changed = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part
      for (const tell of changed) tell()
    })
  }
  return {
    text: () => text,
    until: (pattern: RegExp) =>
      new Promise<void>((resolve, reject) => {
        const look = () => {
          if (!pattern.test(text)) return
          changed.delete(look)
          resolve()
        }
        changed.add(look)
        child.once('close', () => reject(new Error(`It ended before it said ${pattern}:\n${text}`)))
        look()
      }),
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}
