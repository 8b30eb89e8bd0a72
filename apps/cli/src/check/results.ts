import { access, glob, readFile, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import * as v from 'valibot'

const vitestSchema = v.object({
  success: v.boolean(),
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
})
const playwrightSchema = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() }),
})

export type Results = {
  passed: number
  failed: number
  /** What is wrong besides failed tests: runs that left no result, tests that were skipped. */
  problems: string[]
}

type Counted = { passed: number; failed: number; skipped: number }

/** The tasks of tests, and where each leaves its result. */
const taskResults = { test: 'test-results/vitest.json', 'test:e2e': 'test-results/playwright.json' } as const
type Task = keyof typeof taskResults

/** Removes the results of earlier runs, so that none of them can be taken for this one's. */
export async function forgetResults(root: string): Promise<void> {
  for await (const { file } of testTasks(root)) await rm(file, { force: true })
}

/** Adds up what each package's test runner wrote down. */
export async function sumResults(root: string): Promise<Results> {
  const sum: Results = { passed: 0, failed: 0, problems: [] }
  for await (const { folder, task, file } of testTasks(root)) {
    const where = `${relative(root, folder)} (${task})`
    const counted = await readResult(task, file)
    if (!counted) {
      sum.problems.push(`${where} left no result`)
      continue
    }
    sum.passed += counted.passed
    sum.failed += counted.failed
    if (counted.skipped > 0) sum.problems.push(`${where} skipped ${counted.skipped}`)
    if (counted.passed + counted.failed === 0) sum.problems.push(`${where} has no tests`)
  }
  return sum
}

async function* testTasks(root: string): AsyncGenerator<{ folder: string; task: Task; file: string }> {
  for await (const manifest of glob('{apps,packages}/*/package.json', { cwd: root })) {
    const folder = dirname(join(root, manifest))
    const { scripts = {} }: { scripts?: Record<string, string> } = JSON.parse(
      await readFile(join(root, manifest), 'utf8'),
    )
    for (const task of ['test', 'test:e2e'] as const) {
      if (scripts[task]) yield { folder, task, file: join(folder, taskResults[task]) }
    }
  }
}

async function readResult(task: Task, file: string): Promise<Counted | null> {
  if (
    !(await access(file).then(
      () => true,
      () => false,
    ))
  )
    return null
  const result: unknown = JSON.parse(await readFile(file, 'utf8'))
  if (task === 'test:e2e') {
    const { expected, unexpected, flaky, skipped } = v.parse(playwrightSchema, result).stats
    // A test that passes only sometimes has failed.
    return { passed: expected, failed: unexpected + flaky, skipped }
  }
  const { success, numPassedTests, numFailedTests, numPendingTests, numTodoTests } = v.parse(
    vitestSchema,
    result,
  )
  return {
    passed: numPassedTests,
    // A file that cannot even be loaded fails the run without a failed test.
    failed: success ? numFailedTests : Math.max(1, numFailedTests),
    skipped: numPendingTests + numTodoTests,
  }
}
