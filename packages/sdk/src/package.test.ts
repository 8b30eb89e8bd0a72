import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schemaFrom } from '../scripts/schema-from.ts'

const run = promisify(execFile)
const folder = fileURLToPath(new URL('..', import.meta.url))
type Manifest = { exports: Record<string, string>; publishConfig: { exports: Record<string, string> } }
let staged: string
let manifest: Manifest

/** What a registry would be given: compiled, with the doors that the published package has. */
beforeAll(async () => {
  staged = await mkdtemp(join(tmpdir(), 'usher-sdk-'))
  manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest
  await run(process.execPath, [
    join(folder, 'node_modules/typescript/bin/tsc'),
    '-p',
    join(folder, 'tsconfig.build.json'),
    '--outDir',
    join(staged, 'dist'),
  ])
  await copyFile(join(folder, 'README.md'), join(staged, 'README.md'))
  await writeFile(
    join(staged, 'package.json'),
    JSON.stringify({ ...manifest, exports: manifest.publishConfig.exports }),
  )
  await symlink(join(folder, 'node_modules'), join(staged, 'node_modules'))
}, 60_000)
afterAll(() => rm(staged, { recursive: true }))

test('publint finds nothing to say against the package', async () => {
  const { messages, pkg } = await publint({ pkgDir: staged, strict: true, pack: false })
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
})

test('every door of the source is a door of the package', () => {
  expect(Object.keys(manifest.publishConfig.exports)).toEqual(Object.keys(manifest.exports))
})

const program = `
  import { createUsher } from './dist/index.js'
  import './dist/hono.js'
  import './dist/fetch.js'
  import './dist/express.js'
  import './dist/sveltekit.js'
  import { createManagementClient } from './dist/management.js'
  const usher = createUsher({ issuer: 'https://invite.contoso.example', clientId: 'x' })
  createManagementClient({ origin: 'https://invite.contoso.example', apiKey: 'usk_x' })
  console.log(await usher.verify('junk'))
`

test.each([
  ['Node', process.execPath, []],
  ['Deno', join(folder, 'node_modules/.bin/deno'), ['run', '--quiet', '--no-prompt', '--allow-read']],
])('what is published runs under %s', async (_, command, args) => {
  const file = join(staged, 'program.mjs')
  await writeFile(file, program)
  const { stdout } = await run(command, [...args, file], { env: { ...process.env, NO_COLOR: '1' } })
  expect(stdout.trim()).toBe('null')
})

test('the types are those of openapi.json: `pnpm sdk` makes them anew', async () => {
  const document: unknown = JSON.parse(await readFile(join(folder, 'openapi.json'), 'utf8'))
  const kept = await readFile(join(folder, 'src/api/schema.gen.ts'), 'utf8')
  expect(kept).toBe(await schemaFrom(document))
})
