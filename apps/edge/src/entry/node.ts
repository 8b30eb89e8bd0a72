import { availableParallelism } from 'node:os'
import process from 'node:process'
import { serve } from '@hono/node-server'
import { createApp } from '../app.ts'
import { createDeps } from '../deps.ts'
import { createEdge, warmUp } from '../edge.ts'
import { connectAnywhere } from './connect.ts'
import { createLog } from './logging.ts'

const log = createLog()
try {
  const wired = await createDeps(process.env, {
    log,
    connect: connectAnywhere,
    processors: availableParallelism(),
    sharesBetweenRequests: true,
  })
  const edge = createEdge(wired.deps)
  const app = createApp(wired.deps, edge)
  const server = serve(
    {
      hostname: wired.hostname,
      port: wired.port,
      fetch: (request, { incoming }) =>
        app.fetch(request, { peerAddress: incoming.socket.remoteAddress ?? undefined }),
    },
    ({ port }) => log('info', 'listening', { port, runtime: 'node' }),
  )
  server.once('error', refuseToStart)
  warmUp(edge)
  const stop = () => server.close(() => void wired.close())
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop)
} catch (error) {
  refuseToStart(error)
}

function refuseToStart(error: unknown) {
  log('error', 'not_started', { message: error instanceof Error ? error.message : String(error) })
  process.exit(1)
}
