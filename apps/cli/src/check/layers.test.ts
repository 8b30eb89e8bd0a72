import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import { expect, test } from 'vitest'

/** The rules of .config/layers.js bite: each line below is a breach that the linter must name. */
const root = fileURLToPath(new URL('../../../../', import.meta.url))
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: `${root}.config/eslint.config.js`,
  // The files are made up: what needs their types is not asked here.
  overrideConfig: [
    {
      files: ['**/*.ts'],
      languageOptions: { parserOptions: { projectService: false } },
      rules: {
        '@typescript-eslint/no-floating-promises': 'off',
        '@typescript-eslint/no-misused-promises': 'off',
      },
    },
  ],
})

async function complaints(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: `${root}${file}` })
  const rules = new Set(['no-restricted-imports', 'no-restricted-syntax'])
  return (result?.messages ?? [])
    .filter(({ ruleId, fatal }) => fatal || rules.has(ruleId ?? ''))
    .map(({ message }) => message)
}

const breaches: [string, string, RegExp][] = [
  ['packages/domain/src/made-up.ts', 'uuid', /The domain is pure/],
  ['packages/domain/src/made-up.ts', 'node:crypto', /The domain is pure/],
  ['packages/domain/src/made-up.ts', '@usher/database', /The domain is pure/],
  ['packages/database/src/made-up.ts', '@usher/mail', /The database knows the domain alone/],
  ['packages/database/src/made-up.ts', '@usher/services', /The database knows the domain alone/],
  ['packages/database/src/made-up.ts', 'node:fs', /Web APIs only/],
  ['packages/database/src/web.ts', 'node:fs', /Web APIs only/],
  ['packages/database/src/made-up.test.ts', '@usher/services', /The database knows the domain alone/],
  ['packages/mail/src/made-up.ts', '@usher/database', /Mail knows the domain alone/],
  ['packages/mail/src/made-up.ts', 'drizzle-orm', /Mail knows the domain alone/],
  ['packages/mail/src/made-up.ts', 'node:net', /Web APIs only/],
  ['packages/services/src/made-up.ts', 'drizzle-orm', /SQL lives in @usher\/database/],
  ['packages/services/src/made-up.ts', 'drizzle-orm/sqlite-core', /SQL lives in @usher\/database/],
  ['packages/services/src/made-up.test.ts', '@libsql/client', /SQL lives in @usher\/database/],
  ['packages/services/src/made-up.ts', 'node:crypto', /Web APIs only/],
  ['packages/services/src/made-up.ts', '@usher/database/node', /plain doors/],
  ['packages/services/src/made-up.ts', '@usher/edge', /Nobody imports an app/],
  ['apps/edge/src/made-up.ts', '@usher/admin', /Nobody imports an app/],
  ['apps/edge/src/deps.ts', '@usher/admin', /Nobody imports an app/],
  ['apps/edge/src/made-up.ts', '@usher/database', /Only src\/deps\.ts wires/],
  ['apps/edge/src/made-up.ts', '@usher/database/node', /Only src\/deps\.ts wires/],
  ['apps/edge/src/made-up.ts', 'node:fs', /Web APIs only/],
  ['apps/admin/src/lib/made-up.ts', '@usher/mail', /Only src\/deps\.ts wires/],
  ['apps/admin/src/lib/made-up.ts', 'drizzle-orm', /Only src\/deps\.ts wires/],
  ['apps/admin/src/lib/made-up.ts', 'node:fs', /Web APIs only/],
  ['apps/worker/src/made-up.ts', '@libsql/client', /Only src\/deps\.ts wires/],
  ['apps/cli/src/made-up.ts', '@usher/database/node', /Only src\/deps\.ts wires/],
  ['apps/cli/src/made-up.ts', '@usher/worker', /Nobody imports an app/],
  ['apps/cli/src/made-up.ts', '@usher/services/testing', /for tests/],
  ['packages/domain/src/made-up.ts', './code', /names its file/],
  ['packages/domain/src/made-up.ts', './code.js', /names its file/],
  ['apps/worker/src/made-up.ts', '..', /names its file/],
]

test.each(breaches)('%s may not import %s', async (file, specifier, message) => {
  const found = await complaints(file, `import '${specifier}'`)
  expect(found).toContainEqual(expect.stringMatching(message))
})

test.each([
  ['import()', `await import('drizzle-orm')`],
  ['export … from', `export { sql } from 'drizzle-orm'`],
  ['export *', `export * from 'drizzle-orm'`],
  ['import type', `import type { SQL } from 'drizzle-orm'; export type A = SQL`],
  ['import() as a type', `export type A = import('drizzle-orm').SQL`],
])('%s is an import too', async (_form, code) => {
  expect(await complaints('packages/services/src/made-up.ts', code)).toContainEqual(
    expect.stringMatching(/SQL lives in @usher\/database/),
  )
})

test.each([
  ['packages/domain/src/made-up.ts', 'valibot'],
  ['packages/domain/src/made-up.ts', './code.ts'],
  ['packages/domain/src/made-up.test.ts', 'fast-check'],
  ['packages/database/src/node.ts', 'node:fs'],
  ['packages/database/src/testing/made-up.ts', 'node:fs'],
  ['packages/services/src/made-up.ts', '@usher/database'],
  ['packages/services/src/testing/made-up.ts', '@usher/database/testing'],
  ['apps/edge/src/deps.ts', '@usher/database/web'],
  ['apps/worker/src/made-up.ts', 'node:process'],
  ['apps/admin/src/routes/made-up.ts', './$types'],
])('%s may import %s', async (file, specifier) => {
  expect(await complaints(file, `import '${specifier}'`)).toEqual([])
})

test.each([
  ['no-explicit-any', 'export const a: any = 1'],
  ['no-non-null-assertion', 'export const a = [1][0]!'],
  ['consistent-type-imports', `import { Foo } from './code.ts'; export type A = Foo`],
  ['ban-ts-comment', '// @ts-ignore\nexport const a = 1'],
  ['no-console', 'console.log(1)'],
])('%s holds in every package', async (rule, code) => {
  const [result] = await eslint.lintText(code, { filePath: `${root}packages/domain/src/made-up.ts` })
  expect(result?.messages.map(({ ruleId }) => ruleId)).toContainEqual(expect.stringContaining(rule))
})

test('a promise that nobody waits for is an error', async () => {
  const withTypes = new ESLint({ cwd: root, overrideConfigFile: `${root}.config/eslint.config.js` })
  const [result] = await withTypes.lintText('export async function one() {}\none()\n', {
    filePath: `${root}packages/domain/src/code.ts`,
  })
  expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual(['@typescript-eslint/no-floating-promises'])
})
