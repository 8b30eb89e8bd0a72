import { spawnSync } from 'node:child_process'
import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

/** The tags of the turbo.json files bite: the workspace without its code, and one breach. */
const root = fileURLToPath(new URL('../../../../', import.meta.url))
let copy: string

beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), 'usher-boundaries-'))
  for (const file of ['package.json', 'turbo.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml']) {
    await copyFile(join(root, file), join(copy, file))
  }
  for (const folder of ['apps', 'packages']) {
    for (const name of await readdir(join(root, folder))) {
      const files = ['package.json', 'turbo.json'].map((file) => join(folder, name, file))
      await mkdir(join(copy, folder, name, 'src'), { recursive: true })
      await Promise.all(files.map((file) => cp(join(root, file), join(copy, file))))
    }
  }
  spawnSync('git', ['init', '-q'], { cwd: copy })
})
afterEach(() => rm(copy, { recursive: true }))

function boundaries() {
  const { status, stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/turbo'),
    ['--cwd', copy, 'boundaries'],
    {
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
      encoding: 'utf8',
    },
  )
  return { status, output: `${stdout}${stderr}`.replace(/\s+│?\s*/g, ' ') }
}

async function breach(from: string, to: string) {
  const [, name] = from.split('/')
  const manifestFile = join(copy, from, 'package.json')
  const manifest: { dependencies?: Record<string, string> } = JSON.parse(await readFile(manifestFile, 'utf8'))
  await writeFile(
    manifestFile,
    JSON.stringify({ ...manifest, dependencies: { ...manifest.dependencies, [to]: 'workspace:*' } }),
  )
  await writeFile(join(copy, from, 'src/breach.ts'), `import '${to}'\nexport const name = '${name}'\n`)
}

test('the workspace as it is keeps its boundaries', () => {
  expect(boundaries()).toMatchObject({ status: 0 })
})

test.each([
  ['packages/domain', '@usher/database'],
  ['packages/database', '@usher/mail'],
  ['packages/mail', '@usher/database'],
  ['packages/database', '@usher/services'],
  ['apps/edge', '@usher/admin'],
  ['apps/cli', '@usher/worker'],
])('%s may not depend on %s', async (from, to) => {
  await breach(from, to)
  expect(boundaries().status).toBe(1)
})

test('a package that is not in package.json, and a file of another package, cannot be imported', async () => {
  await writeFile(
    join(copy, 'packages/domain/src/breach.ts'),
    `import 'hono'\nimport '../../mail/src/index.ts'\n`,
  )
  const { status, output } = boundaries()
  expect(status).toBe(1)
  expect(output).toContain('leaves the package')
  expect(output).toContain('hono')
})
