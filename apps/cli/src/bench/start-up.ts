import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { root } from '../root.ts'
import { denoBinary } from '../start/apps.ts'
import { freePorts } from '../start/ports.ts'
import { environmentFor, makePlace } from '../testing/house.ts'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const runs = 5
const targetMilliseconds = 15_000

/**
 * From `start` on an installed clone to the first answered page, beside its floor in the same run: what the build costs
 * when nothing changed, and a bare server of the same runtime. Prints medians and the ratio.
 * @returns whether the target is met
 */
export async function measureStartUp(): Promise<boolean> {
  const build = await medianOf(
    async () => void spawnSync(join(root, 'node_modules/.bin/turbo'), ['run', 'build'], { cwd: root }),
  )
  const deno = await medianOf((until) => serveBare(denoBinary(root), ['eval', '--quiet'], until))
  const node = await medianOf((until) => serveBare(process.execPath, ['--input-type=module', '-e'], until))
  const start = await medianOf(startHouse)

  const floor = build + Math.max(deno, node)
  const rows: [string, number][] = [
    ['build with nothing to do', build],
    ['bare Deno server', deno],
    ['bare Node server', node],
    ['floor: build, then the slower server', floor],
    ['start to the first answered page', start],
  ]
  console.log(`\nStart-up, median of ${runs}`)
  for (const [what, milliseconds] of rows)
    console.log(`  ${what.padEnd(40)}${Math.round(milliseconds).toString().padStart(7)} ms`)
  console.log(`  ${'ratio to the floor'.padEnd(40)}${(start / floor).toFixed(1).padStart(7)} ×`)
  const isMet = start < targetMilliseconds
  console.log(
    `  ${'target'.padEnd(40)}${targetMilliseconds.toString().padStart(7)} ms  ${isMet ? 'met' : 'missed'}\n`,
  )
  return isMet
}

type Until = (url: string) => Promise<void>

/** The median time of a run, or of its part until a page was answered. */
async function medianOf(run: (until: Until) => Promise<void>): Promise<number> {
  const times: number[] = []
  for (let index = 0; index < runs; index++) {
    const startedAt = performance.now()
    let answeredAt: number | null = null
    await run(async (url) => {
      while (!(await answers(url))) await new Promise((resolve) => setTimeout(resolve, 10))
      answeredAt = performance.now()
    })
    times.push((answeredAt ?? performance.now()) - startedAt)
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? NaN
}

const answers = (url: string) =>
  fetch(url).then(
    async (answer) => (await answer.text(), answer.ok),
    () => false,
  )

async function serveBare(program: string, args: string[], until: Until) {
  const [port = 0] = await freePorts(1)
  const code = `
    import { createServer } from 'node:http'
    createServer((_, response) => response.end('hello')).listen(${port}, '127.0.0.1')`
  const server = spawn(program, [...args, code], { stdio: ['ignore', 'ignore', 'inherit'] })
  await until(`http://127.0.0.1:${port}`)
  server.kill()
  await once(server, 'close')
}

async function startHouse(until: Until) {
  const place = await makePlace()
  const house = spawn(process.execPath, [main, 'start', '--build'], {
    env: environmentFor(place),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await until(`http://127.0.0.1:${place.port}/redeem`)
  house.kill('SIGINT')
  await once(house, 'close')
  await place.remove()
}
