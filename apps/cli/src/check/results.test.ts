import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { forgetResults, sumResults } from './results.ts'

let root: string
beforeEach(async () => (root = await mkdtemp(join(tmpdir(), 'usher-results-'))))
afterEach(() => rm(root, { recursive: true }))

async function packageWith(name: string, scripts: string[], results: Record<string, unknown> = {}) {
  const folder = join(root, 'packages', name)
  await mkdir(join(folder, 'test-results'), { recursive: true })
  const manifest = { scripts: Object.fromEntries(scripts.map((script) => [script, 'run'])) }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest))
  for (const [file, result] of Object.entries(results)) {
    await writeFile(join(folder, 'test-results', `${file}.json`), JSON.stringify(result))
  }
}
const vitest = { success: true, numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }
const playwright = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 } }

test('the sum is over every package that has tests', async () => {
  await packageWith('one', ['test'], { vitest })
  await packageWith('two', ['test', 'test:e2e'], { vitest, playwright })
  await packageWith('three', ['build'])
  expect(await sumResults(root)).toEqual({ passed: 10, failed: 2, problems: [] })
})

test('a run that left no result, ran no test or skipped some is a problem', async () => {
  await packageWith('silent', ['test'])
  await packageWith('empty', ['test'], { vitest: { ...vitest, numPassedTests: 0 } })
  await packageWith('lazy', ['test'], { vitest: { ...vitest, numPendingTests: 2 } })
  const { problems } = await sumResults(root)
  expect(problems.sort()).toEqual([
    'packages/empty (test) has no tests',
    'packages/lazy (test) skipped 2',
    'packages/silent (test) left no result',
  ])
})

test('a run that failed without a failed test has failed', async () => {
  await packageWith('broken', ['test'], { vitest: { ...vitest, success: false } })
  expect(await sumResults(root)).toMatchObject({ passed: 3, failed: 1 })
})

test('results of an earlier run are forgotten', async () => {
  await packageWith('one', ['test'], { vitest })
  await forgetResults(root)
  expect(await sumResults(root)).toMatchObject({
    passed: 0,
    problems: ['packages/one (test) left no result'],
  })
})
