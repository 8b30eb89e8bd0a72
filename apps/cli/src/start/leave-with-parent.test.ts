import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'
import { denoBinary } from './apps.ts'
import { isThere } from './package-manager.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const preload = fileURLToPath(new URL('./leave-with-parent.ts', import.meta.url))
const server = `
  import { createServer } from 'node:http'
  createServer().listen(0, '127.0.0.1', () => console.log('up'))
`
const node = [process.execPath, '--import', preload, '--input-type=module', '-e', server]
const deno = [
  denoBinary(root),
  'run',
  '--no-config',
  '--allow-net',
  '--allow-env',
  `--preload=${preload}`,
  `data:text/javascript,${encodeURIComponent(server)}`,
]

let app: number | undefined
afterEach(() => {
  if (app !== undefined && isThere(app)) process.kill(app, 'SIGKILL')
})

/** A supervisor that starts the server, tells its process id when it is up, and stays. */
const supervisor = (command: readonly string[]) => `
  const { spawn } = require('node:child_process')
  const [program, ...args] = ${JSON.stringify(command)}
  const app = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
    env: { ...process.env, USHER_SUPERVISOR: String(process.pid) },
  })
  app.stdout.once('data', () => console.log(app.pid))
`

async function start(command: readonly string[]) {
  const parent = spawn(process.execPath, ['-e', supervisor(command)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(parent.stdout, 'data')
  app = Number(String(line))
  return { parent, app }
}

const servers = [
  ['Node', node],
  ['Deno', deno],
] as const

test.each(servers)('a server under %s ends when its supervisor was killed', async (_runtime, command) => {
  const { parent, app } = await start(command)
  expect(isThere(app)).toBe(true)
  parent.kill('SIGKILL')
  await vi.waitUntil(() => !isThere(app), { timeout: 15_000 })
})

test.each(servers)(
  'a server under %s stays while its supervisor does, and ends when asked',
  async (_runtime, command) => {
    const { parent, app } = await start(command)
    // Longer than the interval at which the parent is looked for.
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(isThere(app)).toBe(true)
    process.kill(app, 'SIGTERM')
    await vi.waitUntil(() => !isThere(app), { timeout: 15_000 })
    parent.kill()
  },
)
