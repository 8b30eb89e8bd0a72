import { readSettings } from '../deps.ts'
import { supervise } from '../start/supervise.ts'
import { defineService } from '../verb.ts'

export default defineService({
  name: 'start',
  description: 'Serve everything on one origin until Ctrl-C',
  args: {
    build: { type: 'boolean', description: 'Build what changed first', default: false },
    verbose: {
      type: 'boolean',
      description: 'Show every line of the apps, each request too',
      default: false,
    },
  },
  run: ({ args }) => supervise(readSettings(), { build: args.build, verbose: args.verbose }),
})
