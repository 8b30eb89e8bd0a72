import { createApp } from '../app.ts'
import { createDeps } from '../deps.ts'
import { createEdge, warmUp } from '../edge.ts'
import { connectAnywhere } from './connect.ts'
import { createLog } from './logging.ts'

/** For `deno serve` and Deno Deploy, which listen by themselves. A missing value ends the start with one line. */
const log = createLog()
const app = await createDeps(Deno.env.toObject(), {
  log,
  connect: connectAnywhere,
  processors: navigator.hardwareConcurrency,
  sharesBetweenRequests: true,
}).then(
  ({ deps }) => {
    const edge = createEdge(deps)
    warmUp(edge)
    return createApp(deps, edge)
  },
  (error: unknown) => {
    log('error', 'not_started', { message: error instanceof Error ? error.message : String(error) })
    return Deno.exit(1)
  },
)

export default {
  fetch: (request: Request, { remoteAddr }: { remoteAddr: { hostname: string } }) =>
    app.fetch(request, { peerAddress: remoteAddr.hostname }),
}
