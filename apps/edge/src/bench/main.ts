import process from 'node:process'
import { buildEdge, removeBuild } from '../testing/build.ts'
import { measureBesideBareHono } from './beside-bare-hono.ts'

/** `node src/bench/main.ts [Deno] [Node]` */
const chosen = process.argv.slice(2)
await buildEdge()
let isMet = true
for (const runtime of ['Deno', 'Node'] as const) {
  if (chosen.length === 0 || chosen.includes(runtime)) isMet = (await measureBesideBareHono(runtime)) && isMet
}
removeBuild()
process.exitCode = isMet ? 0 : 1
