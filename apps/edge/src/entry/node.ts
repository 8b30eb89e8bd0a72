import { availableParallelism } from 'node:os'
import process from 'node:process'
import { serve } from '@hono/node-server'
import { createApp } from '../app.ts'
import { createDeps } from '../deps.ts'
import { createLog } from './logging.ts'

const log = createLog()
try {
  const wired = await createDeps(process.env, { log, processors: availableParallelism() })
  const app = createApp(wired.deps)
  const server = serve(
    {
      hostname: wired.hostname,
      port: wired.port,
      fetch: (request, { incoming }) =>
        app.fetch(request, { peerAddress: incoming.socket.remoteAddress ?? undefined }),
    },
    ({ port }) => log('info', 'listening', { port, runtime: 'node' }),
  )
  const stop = () => server.close(() => void wired.close())
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop)
} catch (error) {
  log('error', 'not_started', { message: error instanceof Error ? error.message : String(error) })
  process.exitCode = 1
}
