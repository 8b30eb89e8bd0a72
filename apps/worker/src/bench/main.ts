import process from 'node:process'
import { configureLog } from '../log.ts'
import { measureSending } from './sending.ts'
import { measureWorkflows } from './workflows.ts'

const benches = { sending: measureSending, workflows: measureWorkflows }

await configureLog('error')
// By name; all of them without one.
const names = process.argv.slice(2)
for (const [name, measure] of Object.entries(benches)) {
  if (names.length > 0 && !names.includes(name)) continue
  if (!(await measure())) process.exitCode = 1
}
