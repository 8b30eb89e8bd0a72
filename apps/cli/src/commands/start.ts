import { resolve } from 'node:path'
import { readSettings } from '../deps.ts'
import { root } from '../root.ts'
import { supervise } from '../start/supervise.ts'
import { defineService } from '../verb.ts'

export default defineService({
  name: 'start',
  description: 'Serve everything on one origin until Ctrl-C',
  args: {
    build: { type: 'boolean', description: 'Build what changed first', default: false },
    edge: {
      type: 'string',
      description: 'Run the edge of another release: a checkout of it, built',
      valueHint: 'folder',
    },
    admin: {
      type: 'string',
      description: 'Run the admin of another release: a checkout of it, built',
      valueHint: 'folder',
    },
    verbose: {
      type: 'boolean',
      description: 'Show every line of the apps, each request too',
      default: false,
    },
  },
  run: ({ args }) =>
    supervise(readSettings(), {
      build: args.build,
      verbose: args.verbose,
      releases: { edge: releaseAt(args.edge), admin: releaseAt(args.admin) },
    }),
})

/** Without a folder it is this release. */
const releaseAt = (folder: string | undefined) => (folder ? resolve(folder) : root)
