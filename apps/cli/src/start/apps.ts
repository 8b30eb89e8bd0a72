import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { Stop } from '../stop.ts'
import type { App } from './app-process.ts'

const leaveWithParent = fileURLToPath(new URL('./leave-with-parent.ts', import.meta.url))

export type AppSettings = {
  /** The repository's root. */
  root: string
  /** The checkouts that edge and admin run from: this repository's root, or another release's. */
  releases: { edge: string; admin: string }
  /** The directory of an embedded database; null when it is reached over HTTP. */
  databaseDir: string | null
  ports: { edge: number; admin: number }
  /** What all apps are told: the house's own variables, complete and absolute. */
  environment: Record<string, string>
}

/** What any program of ours gets of the machine's environment, and how Node starts it. */
export const machineEnvironment = () =>
  pick(process.env, ['PATH', 'HOME', 'TMPDIR', 'TZ', 'LANG', 'NODE_EXTRA_CA_CERTS', 'DENO_CERT'])
export const nodeArguments = ['--import', leaveWithParent, '--disable-warning=ExperimentalWarning']

/** How each app is started from what the build made. */
export function describeApps({ root, releases, databaseDir, ports, environment }: AppSettings): App[] {
  const runtime = {
    ...machineEnvironment(),
    NODE_ENV: 'production',
    ...environment,
  }
  const listening = (port: number) => ({ ...runtime, HOST: '127.0.0.1', PORT: String(port) })
  const node = nodeArguments
  const built = {
    edge: join(releases.edge, 'apps/edge/dist/deno.js'),
    admin: join(releases.admin, 'apps/admin/build/index.js'),
  }
  for (const [name, file] of Object.entries(built)) {
    if (!existsSync(file))
      throw new Stop(
        `${name} is not built, there is no ${file}: run \`pnpm build\` there first, or \`pnpm start\``,
      )
  }
  return [
    {
      name: 'edge',
      command: denoBinary(root),
      args: [
        'run',
        '--quiet',
        '--no-config',
        '--no-prompt',
        '--node-modules-dir=manual',
        ...denoPermissions(releases.edge, databaseDir),
        `--preload=${leaveWithParent}`,
        built.edge,
      ],
      environment: {
        ...listening(ports.edge),
        DENO_NO_UPDATE_CHECK: '1',
        DENO_DIR: join(root, 'node_modules/.cache/deno'),
      },
      port: ports.edge,
      routine: /"level":"INFO"/,
    },
    {
      name: 'admin',
      command: process.execPath,
      args: [...node, built.admin],
      environment: {
        ...listening(ports.admin),
        PROTOCOL_HEADER: 'x-forwarded-proto',
        HOST_HEADER: 'x-forwarded-host',
        ADDRESS_HEADER: 'x-forwarded-for',
        BODY_SIZE_LIMIT: '20M',
        SHUTDOWN_TIMEOUT: '2',
      },
      port: ports.admin,
      routine: /^Listening on /,
    },
    {
      name: 'worker',
      command: process.execPath,
      args: [...node, join(root, 'apps/worker/src/main.ts')],
      environment: runtime,
      port: null,
      routine: / \[INF\] /,
    },
  ]
}

/** What the edge may touch: its own files, the database, the network and its settings. It starts no programs. */
function denoPermissions(root: string, databaseDir: string | null): string[] {
  const read = [join(root, 'apps/edge'), join(root, 'node_modules'), join(root, 'packages')]
  return [
    '--allow-net',
    '--allow-env',
    `--allow-read=${[...read, ...(databaseDir ? [databaseDir] : [])].join(',')}`,
    // The driver of database files is native code.
    ...(databaseDir ? [`--allow-write=${databaseDir}`, '--allow-ffi', '--allow-sys'] : []),
  ]
}

/** The program itself, not its wrapper: signals and its end must be its own. */
export function denoBinary(root: string): string {
  const require = createRequire(join(root, 'package.json'))
  const { runInstall } = require(join(dirname(require.resolve('deno/package.json')), 'install_api.cjs')) as {
    runInstall(): string
  }
  return runInstall()
}

function pick(variables: NodeJS.ProcessEnv, names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => (variables[name] === undefined ? [] : [[name, variables[name]]])),
  )
}
