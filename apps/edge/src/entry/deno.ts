import { createApp } from '../app.ts'
import { createDeps } from '../deps.ts'
import { createEdge, warmUp } from '../edge.ts'
import { connectAnywhere } from './connect.ts'
import { createLog } from './logging.ts'

const log = createLog()
try {
  const wired = await createDeps(Deno.env.toObject(), {
    log,
    connect: connectAnywhere,
    processors: navigator.hardwareConcurrency,
    sharesBetweenRequests: true,
  })
  const edge = createEdge(wired.deps)
  const app = createApp(wired.deps, edge)
  const server = Deno.serve(
    {
      hostname: wired.hostname,
      port: wired.port,
      onListen: ({ port }) => log('info', 'listening', { port, runtime: 'deno' }),
    },
    (request, { remoteAddr }) => app.fetch(request, { peerAddress: remoteAddr.hostname }),
  )
  warmUp(edge)
  const stop = () => void server.shutdown().then(wired.close)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) Deno.addSignalListener(signal, stop)
  await server.finished
  for (const signal of ['SIGTERM', 'SIGINT'] as const) Deno.removeSignalListener(signal, stop)
} catch (error) {
  log('error', 'not_started', { message: error instanceof Error ? error.message : String(error) })
  Deno.exit(1)
}
