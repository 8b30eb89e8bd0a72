/** One line of the bench: what, how much, beside what it may be. */
export type Row = {
  what: string
  value: number
  unit: string
  target: number
  isAtLeast?: boolean
  note?: string
}

export function printRows(title: string, rows: readonly Row[]): boolean {
  console.log(`\n${title}`)
  let allMet = true
  for (const { what, value, unit, target, isAtLeast = false, note = '' } of rows) {
    const isMet = isAtLeast ? value >= target : value <= target
    allMet &&= isMet
    const shown = value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toFixed(2)
    const bound = `${isAtLeast ? '≥' : '≤'} ${target.toLocaleString('en-GB')} ${unit}`
    console.log(
      `  ${isMet ? 'PASS' : 'MISS'}  ${what.padEnd(46)}${`${shown} ${unit}`.padStart(14)}   ${bound.padEnd(14)} ${note}`,
    )
  }
  return allMet
}

/** The middle of so many runs, in milliseconds. */
export async function median(runs: number, run: () => Promise<unknown>): Promise<number> {
  const times = await timesOf(runs, run)
  return times[Math.floor(runs / 2)] ?? NaN
}

export async function timesOf(runs: number, run: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < runs; index++) {
    const startedAt = performance.now()
    await run()
    times.push(performance.now() - startedAt)
  }
  return times.sort((a, b) => a - b)
}
