import { defineCommand } from 'citty'
import { readSettings } from '../deps.ts'
import { supervise } from '../start/supervise.ts'

export default defineCommand({
  meta: { name: 'start', description: 'Serve everything on one origin until Ctrl-C' },
  args: { build: { type: 'boolean', description: 'Build what changed first', default: false } },
  run: ({ args }) => supervise(readSettings(), { build: args.build }),
})
