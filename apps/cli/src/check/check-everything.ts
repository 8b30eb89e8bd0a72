import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { ensureChromium } from './chromium.ts'
import { forgetResults, sumResults } from './results.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

type Step = { name: string; command: string[] }

const turbo = (...args: string[]) => ['turbo', 'run', '--continue', ...args]

const steps: Step[] = [
  { name: 'build', command: turbo('build', '--output-logs=errors-only') },
  { name: 'boundaries', command: ['turbo', 'boundaries'] },
  { name: 'format', command: ['prettier', '--check', '--log-level=warn', '.'] },
  { name: 'lint and types', command: turbo('lint', 'types', '--concurrency=2', '--output-logs=errors-only') },
  {
    name: 'tests',
    command: turbo('test', '--concurrency=1', '--output-logs=full', '--log-prefix=none', '--only'),
  },
  {
    name: 'browser tests',
    command: turbo('test:e2e', '--concurrency=1', '--output-logs=full', '--log-prefix=none', '--only'),
  },
]

/**
 * Runs every check there is, each whatever the one before said, and adds up what the test runners wrote down.
 * @returns whether all is well
 */
export async function checkEverything(): Promise<boolean> {
  const chromium = await ensureChromium()
  await forgetResults(root)
  const failed: string[] = []
  for (const step of steps) {
    if (!(await run(step, { USHER_CHROMIUM: chromium }))) failed.push(step.name)
  }
  const results = await sumResults(root)
  for (const problem of results.problems) console.log(`✗ ${problem}`)
  // A step of tests that failed has its failures among the results already.
  const failedChecks = failed.filter((name) => !name.includes('tests') || results.failed === 0)
  const failures = results.failed + results.problems.length + failedChecks.length
  console.log(`\n${failed.length === 0 ? 'Every check is well.' : `Not well: ${failed.join(', ')}.`}`)
  console.log(`${results.passed} passed, ${failures} failed`)
  return failures === 0 && failed.length === 0
}

async function run(
  { name, command: [program = '', ...args] }: Step,
  variables: Record<string, string>,
): Promise<boolean> {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`)
  const startedAt = performance.now()
  const child = spawn(join(root, 'node_modules/.bin', program), args, {
    cwd: root,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', ...variables },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = await once(child, 'close')
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  return code === 0
}
