import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readEnvironment } from '@usher/domain'
import { describe, expect, test } from 'vitest'
import bundles from '../../rolldown.config.ts'
import { edgeFolder } from '../testing/build.ts'

const root = join(edgeFolder, '../..')
const read = (path: string) => readFile(join(root, path), 'utf8')
/** JSON with comments and trailing commas as plain JSON. */
const plainJson = (text: string) => text.replace(/^\s*\/\/.*$/gm, '').replace(/,(?=\s*[}\]])/g, '')
const guides = ['docs/deploy/cloudflare.md', 'docs/deploy/deno-deploy.md']

/** Every line of every shell block of a guide. */
const commandsOf = (guide: string): string[] =>
  [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
    block
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  )

describe.each(guides)('%s', (path) => {
  test('names only values that Usher reads', async () => {
    const [guide, domain] = [await read(path), await read('packages/domain/src/environment.ts')]
    const named = new Set(
      guide.match(/\b(USHER|DATABASE|POSTMARK|MAIL|SMTP)_[A-Z_]+\b/g)?.filter((name) => name !== 'SMTP_URL'),
    )
    expect(named.size).toBeGreaterThan(3)
    for (const name of named) expect(domain).toContain(`${name}:`)
  })

  test('leads to files, scripts and commands that are there', async () => {
    const guide = await read(path)
    for (const [, file = ''] of guide.matchAll(/`(apps\/edge\/(?:src\/)?[\w/.-]+\.(?:ts|json|jsonc))`/g)) {
      expect((await read(file)).length).toBeGreaterThan(0)
    }
    for (const [, link = ''] of guide.matchAll(/\]\((\.\.\/[\w.-]+\.md)\)/g))
      await read(join('docs/deploy', link))
    const { scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> }
    const edge = JSON.parse(await read('apps/edge/package.json')) as typeof import('../../package.json')
    expect(commandsOf(guide)).toContain('pnpm --filter @usher/edge build')
    expect(edge).toMatchObject({ name: '@usher/edge', scripts: { build: 'rolldown -c' } })
    const verbs = commandsOf(guide).flatMap((line) => /^pnpm usher (\w+)/.exec(line)?.[1] ?? [])
    expect(scripts['usher']).toContain('apps/cli')
    for (const verb of verbs) await read(`apps/cli/src/commands/${verb}.ts`)
  })
})

test('wrangler knows every command and flag of the guide', async () => {
  const wrangler = async (...args: string[]) =>
    (
      await promisify(execFile)(join(edgeFolder, 'node_modules/.bin/wrangler'), [...args, '--help'], {
        env: { PATH: process.env['PATH'], CI: '1', WRANGLER_SEND_METRICS: 'false' },
      })
    ).stdout
  const lines = commandsOf(await read('docs/deploy/cloudflare.md')).filter((line) =>
    line.startsWith('npx wrangler '),
  )
  const seen = new Set(lines.map((line) => line.slice('npx wrangler '.length).replace(/ [A-Z_]+$/, '')))
  expect([...seen].sort()).toEqual(['deploy', 'deploy --dry-run', 'secret put'])
  expect(await wrangler('deploy')).toContain('--dry-run')
  expect(await wrangler('secret', 'put')).toContain('wrangler secret put <key>')
  for (const command of ['rollback', 'tail']) expect(await wrangler(command)).toContain(`wrangler ${command}`)
}, 60_000)

test('wrangler’s own schema knows every key of wrangler.jsonc', async () => {
  const config = JSON.parse(plainJson(await read('apps/edge/wrangler.jsonc'))) as Record<string, unknown>
  const schema = await read('apps/edge/node_modules/wrangler/config-schema.json')
  for (const key of [...Object.keys(config).filter((name) => name !== '$schema'), 'routes', 'custom_domain'])
    expect(schema).toContain(`"${key}"`)
  // What stands there is read by the edge like any environment.
  expect(() => readEnvironment({ ...(config['vars'] as object), USHER_SECRET: 'x'.repeat(32) })).not.toThrow()
})

test('deno.json deploys what the build makes', async () => {
  const { deploy } = JSON.parse(await read('apps/edge/deno.json')) as {
    deploy: { build: string; runtime: { entrypoint: string } }
  }
  expect(deploy.build).toContain('--filter @usher/edge build')
  const built = bundles.flatMap(({ input, output }) =>
    Object.keys(input as Record<string, string>).map((name) => `${output.dir}/${name}.js`),
  )
  expect(built).toContain(deploy.runtime.entrypoint)
})
