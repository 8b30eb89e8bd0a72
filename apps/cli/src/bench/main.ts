import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { root } from '../root.ts'
import { measureAdmin } from './admin/measure-admin.ts'
import { measureStartUp } from './start-up.ts'

/** By name; those of other apps are programs of their own. */
const benches: Record<string, () => boolean | Promise<boolean>> = {
  'start-up': measureStartUp,
  admin: measureAdmin,
  edge: program('apps/edge/src/bench/main.ts'),
  sending: program('apps/worker/src/bench/main.ts', 'sending'),
  workflows: program('apps/worker/src/bench/main.ts', 'workflows'),
}

function program(path: string, ...args: string[]): () => boolean {
  return () => spawnSync(process.execPath, [join(root, path), ...args], { stdio: 'inherit' }).status === 0
}

const names = process.argv.slice(2)
const unknown = names.filter((name) => !Object.hasOwn(benches, name))
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}: give ${Object.keys(benches).join(', ')}, or none for all`,
  )
  process.exitCode = 1
} else {
  for (const [name, measure] of Object.entries(benches)) {
    if (names.length > 0 && !names.includes(name)) continue
    if (!(await measure())) process.exitCode = 1
  }
}
