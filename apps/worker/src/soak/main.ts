import process from 'node:process'
import { soakSending } from './sending.ts'
import { soakWorkflows } from './workflows.ts'

const soaks = { sending: soakSending, workflows: soakWorkflows }

// By name; all of them without one.
const names = process.argv.slice(2)
for (const [name, soak] of Object.entries(soaks)) {
  if (names.length > 0 && !names.includes(name)) continue
  if (!(await soak())) process.exitCode = 1
}
