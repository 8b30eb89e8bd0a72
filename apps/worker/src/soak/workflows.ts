import process from 'node:process'
import { runUnderKills } from '../testing/workflow-kills.ts'

const runs = Number(process.env['SOAK_RUNS'] ?? 500)
const kills = Number(process.env['SOAK_KILLS'] ?? 60)

/**
 * 500 runs with waits, a webhook and a branch, while workers are killed at random moments: every run ends, no finished
 * step ran again, each message has one id. @returns whether that is so
 */
export async function soakWorkflows(): Promise<boolean> {
  const startedAt = performance.now()
  const { killed, steps, ...wrong } = await runUnderKills({ runs, kills })
  const rows: [string, number | string][] = [
    ['workers killed with SIGKILL', killed],
    ['took', `${((performance.now() - startedAt) / 1000).toFixed(0)} s`],
    ['steps completed', steps],
    ['runs that did not complete', wrong.notCompleted],
    ['finished steps that ran again', wrong.ranAgain],
    ['accounts made twice', wrong.accountsTooMany],
    ['receivers not told', wrong.untold],
    ['messages under two ids', wrong.toldUnderTwoIds],
    ['wrong ways taken', wrong.lost],
  ]
  process.stdout.write(`\n${runs.toLocaleString('en')} workflow runs under kills\n`)
  for (const [what, value] of rows) process.stdout.write(`  ${what.padEnd(44)}${value}\n`)
  const isWell = Object.entries(wrong).every(([name, count]) => name === 'runs' || count === 0)
  process.stdout.write(`  ${isWell ? 'well' : 'NOT WELL'}\n`)
  return isWell
}
