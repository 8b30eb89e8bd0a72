import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { root } from '../root.ts'

/** The one that runs the tests, itself: under `npx` a second `npx` waits for the first. */
const packageManager = process.env['npm_execpath']
  ? [process.env['npm_execpath']]
  : ['npx', '--yes', 'pnpm@12']
/** Nobody waits longer for one step of a build. */
const stepMilliseconds = 300_000

/**
 * Edge and admin as the last release built them, in a folder of their own with the dependencies of that time.
 * Built once a release and machine.
 * @returns its root, for `start --edge` and `start --admin`
 * @throws Error when the release is not in this clone, or cannot be built
 */
export async function buildPreviousRelease(): Promise<string> {
  const { commit } = JSON.parse(readFileSync(join(root, '.config/previous-release.json'), 'utf8')) as {
    commit: string
  }
  const folder = join(root, '.releases', commit)
  const done = join(folder, '.built')
  if (existsSync(done)) return folder
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const archive = join(folder, 'release.tar')
  if (!isInClone(commit)) {
    run(root, 'git', ['fetch', '--depth=1', 'origin', commit], 'A clone with its whole history is needed.')
  }
  run(root, 'git', ['archive', '--output', archive, commit])
  run(folder, 'tar', ['-xf', archive])
  await rm(archive)
  const [program = '', ...pnpm] = packageManager
  run(folder, program, [...pnpm, 'install', '--frozen-lockfile', '--prefer-offline'])
  run(folder, program, [...pnpm, '--filter', '@usher/edge', '--filter', '@usher/admin', 'run', 'build'])
  await writeFile(done, '')
  return folder
}

/** A shallow clone may lack it. */
const isInClone = (commit: string): boolean =>
  spawnSync('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: root }).status === 0

function run(cwd: string, program: string, args: string[], hint = '') {
  // What the tests run under says nothing to another workspace.
  const variables = Object.entries(process.env).filter(([name]) => !/^(npm|pnpm|turbo|vitest)_/i.test(name))
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env: { ...Object.fromEntries(variables), CI: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: stepMilliseconds,
  })
  if (status === 0) return
  throw new Error(`${program} ${args.join(' ')} failed. ${hint}\n${error?.message ?? ''}${stdout}${stderr}`)
}
