import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildEdge, built, edgeFolder, removeBuild } from '../testing/build.ts'

let chunks: Awaited<ReturnType<typeof buildEdge>>
beforeAll(async () => {
  chunks = await buildEdge()
}, 60_000)
afterAll(removeBuild)

/** Every module that is loaded before the first request: what an entry imports, and what that imports. */
function loadedAtOnce(entry: string): string[] {
  const bundle = chunks.find((files) => files.some(({ fileName }) => fileName === entry)) ?? []
  const seen = new Set<string>()
  const visit = (fileName: string): string[] => {
    const chunk = bundle.find((file) => file.fileName === fileName)
    if (!chunk || seen.has(fileName)) return []
    seen.add(fileName)
    return [...chunk.moduleIds, ...chunk.imports.flatMap(visit)]
  }
  return visit(entry)
}
const isIn = (modules: string[], name: RegExp) => modules.filter((module) => name.test(module))

describe.each(['deno.js', 'deno-serve.js', 'node.js', 'worker.js'])('%s', (entry) => {
  test('loads no Better Auth before somebody signs in, but has it for who does', () => {
    const atOnce = loadedAtOnce(entry)
    expect(isIn(atOnce, /edge\/src\/routes\/landing\.tsx$/)).toHaveLength(1)
    expect(isIn(atOnce, /node_modules\/(better-auth|better-call|@better-auth)\//)).toEqual([])
    expect(isIn(atOnce, /edge\/src\/identity\/auth\.ts$/)).toEqual([])
    const whole = chunks.flatMap((files) => files.flatMap(({ moduleIds }) => moduleIds))
    expect(isIn(whole, /node_modules\/better-auth\//)).not.toEqual([])
  })

  test('loads the native driver of files only when the database is one', () => {
    expect(isIn(loadedAtOnce(entry), /database\/src\/node\.ts$/)).toEqual([])
  })
})

test('the Worker has of Node what workerd has: scrypt, and storage that tells requests apart', () => {
  const worker = chunks.find((files) => files.some(({ fileName }) => fileName === 'worker.js')) ?? []
  const names = new Set(worker.map(({ fileName }) => fileName))
  const outside = worker.flatMap(({ imports }) => imports.filter((name) => !names.has(name)))
  expect([...new Set(outside)].sort()).toEqual(['cloudflare:workers', 'node:crypto'])
  const modules = worker.flatMap(({ moduleIds }) => moduleIds)
  expect(isIn(modules, /utils\/dist\/password\.node\.mjs$/)).toHaveLength(1)
  expect(isIn(modules, /core\/dist\/async_hooks\/index\.mjs$/)).toHaveLength(1)
})

test('wrangler takes the Worker as it is built: its own dry run, offline, finds nothing to warn of', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'usher-wrangler-'))
  const text = await readFile(join(edgeFolder, 'wrangler.jsonc'), 'utf8')
  expect(text).toContain('"base_dir": "dist/worker"')
  await writeFile(
    join(folder, 'wrangler.jsonc'),
    text.replaceAll('"dist/worker', `"${join(built, 'worker')}`),
  )
  const { stdout, stderr } = await promisify(execFile)(
    join(edgeFolder, 'node_modules/.bin/wrangler'),
    ['deploy', '--dry-run', '--outdir', join(folder, 'out')],
    {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder, CI: '1', WRANGLER_SEND_METRICS: 'false' },
    },
  )
  await rm(folder, { recursive: true })
  expect(stdout + stderr).not.toMatch(/▲|✘|warning|unexpected fields/i)
  expect(stdout).toContain('chunks/auth-')
  // What Cloudflare weighs: 3 MB on its free plan.
  const [, kib] = /gzip: ([\d.]+) KiB/.exec(stdout) ?? []
  expect(Number(kib)).toBeLessThan(1000)
}, 60_000)
