import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { testSecret } from '@usher/services/testing'
import { createBrowser } from './browser.ts'
import { built, edgeFolder as edge } from './build.ts'
import { workerdBinary, writeWorkerdConfig } from './workerd.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
/** Those that open database files. */
export const fileRuntimes = ['Deno', 'Deno, from source', 'Node'] as const
/** All of them reach a database over HTTP. */
export const runtimes = [...fileRuntimes, 'deno serve', 'workerd'] as const
export type Runtime = (typeof runtimes)[number]

export type EdgeProcess = {
  child: ChildProcess
  origin: string
  /** What it has written, line by line. */
  output(): string
  browser(headers?: Record<string, string>): ReturnType<typeof createBrowser>
  /** Asks it to end; resolves with its exit code. */
  stop(): Promise<number | null>
  kill(): Promise<void>
}

/** A real process of the edge, answering on a port of the loopback interface. */
export async function startEdge(
  runtime: Runtime,
  {
    url,
    port,
    environment = {},
    until = '/health',
    isQuiet = false,
  }: {
    url: string
    port: number
    environment?: Record<string, string>
    /** The path whose answer says that it has started. */
    until?: string
    /** What it writes is not kept. */
    isQuiet?: boolean
  },
): Promise<EdgeProcess> {
  const origin = `http://localhost:${port}`
  const child = spawnEdge(runtime, {
    url,
    environment: {
      USHER_ORIGIN: origin,
      USHER_SECRET: testSecret,
      DATABASE_URL: url,
      PORT: String(port),
      ...environment,
    },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => (output = isQuiet ? '' : output + text))
  const ended = once(child, 'close')
  while (!(await isAnswered(`${origin}${until}`))) {
    if (child.exitCode !== null) throw new Error(`The edge under ${runtime} did not start:\n${output}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return {
    child,
    origin,
    output: () => output,
    browser: (headers) => createBrowser((request) => fetch(request), origin, headers),
    async stop() {
      child.kill('SIGTERM')
      await ended
      return child.exitCode
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Starts the process without waiting for it: for what does not start. */
export function spawnEdge(
  runtime: Runtime,
  { url, environment }: { url: string; environment: Record<string, string> },
): ChildProcess {
  const common = { HOST: '127.0.0.1', PATH: process.env['PATH'] ?? '', NODE_ENV: 'production' }
  if (runtime === 'workerd') {
    const { PORT = '', ...variables } = environment
    const config = writeWorkerdConfig(Number(PORT), variables)
    return spawn(workerdBinary(), ['serve', config], { cwd: edge, env: common })
  }
  if (runtime === 'Node') {
    return spawn(process.execPath, [join(built, 'node.js')], {
      cwd: edge,
      env: { ...common, ...environment },
    })
  }
  const folder = url.startsWith('file:') ? dirname(url.slice('file:'.length)) : null
  const isSource = runtime === 'Deno, from source'
  const isServe = runtime === 'deno serve'
  return spawn(
    denoBinary(),
    [
      ...(isServe ? ['serve', '--host=127.0.0.1', `--port=${environment['PORT']}`] : ['run']),
      '--quiet',
      '--no-prompt',
      '--node-modules-dir=manual',
      ...(isSource ? [] : ['--no-config']),
      '--allow-net',
      '--allow-env',
      '--allow-sys',
      `--allow-read=${[edge, join(root, 'node_modules'), join(root, 'packages'), ...(folder ? [folder] : [])].join(',')}`,
      // The driver of database files is native code; without a file none is loaded.
      ...(folder ? ['--allow-ffi', `--allow-write=${folder}`] : []),
      isSource ? join(edge, 'src/entry/deno.ts') : join(built, isServe ? 'deno-serve.js' : 'deno.js'),
    ],
    { cwd: edge, env: { ...common, DENO_DIR: denoDir(), DENO_NO_UPDATE_CHECK: '1', ...environment } },
  )
}

let madeDenoDir: string | undefined
function denoDir(): string {
  if (madeDenoDir) return madeDenoDir
  const folder = mkdtempSync(join(tmpdir(), 'usher-deno-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return (madeDenoDir = folder)
}

/** The program itself, not its wrapper: signals and its end must be its own. */
export function denoBinary(): string {
  const require = createRequire(join(edge, 'package.json'))
  const { runInstall } = require(join(dirname(require.resolve('deno/package.json')), 'install_api.cjs')) as {
    runInstall(): string
  }
  return runInstall()
}

const isAnswered = (url: string) =>
  fetch(url).then(
    async (answer) => (await answer.text(), answer.ok),
    () => false,
  )
