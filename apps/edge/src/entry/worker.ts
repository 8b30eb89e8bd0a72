import { connect } from '@usher/database/web'
import { waitUntil } from 'cloudflare:workers'
import { createApp } from '../app.ts'
import { createDeps } from '../deps.ts'
import { createLog } from './logging.ts'

const log = createLog()
let app: ReturnType<typeof createApp> | undefined

/**
 * Cloudflare Workers. What is made once serves every request of an isolate; what waits for I/O belongs to one request
 * alone, so nothing is published before it is ready.
 */
export default {
  async fetch(request: Request, env: Record<string, string | undefined>): Promise<Response> {
    try {
      app ??= await wire(env)
    } catch (error) {
      log('error', 'not_started', { message: error instanceof Error ? error.message : String(error) })
      return new Response('This invitation page is not set up yet.', { status: 503 })
    }
    // Cloudflare writes this header; what a visitor sends under its name is dropped.
    return app.fetch(request, { peerAddress: request.headers.get('cf-connecting-ip') ?? undefined })
  },
}

async function wire(env: Record<string, string | undefined>) {
  const { deps } = await createDeps(env, {
    log,
    connect: (address) => connect(address, { isolatesRequests: true }),
    // The platform divides the time; a turn that waits for another request's would never come.
    processors: Infinity,
    sharesBetweenRequests: false,
    keepAlive: waitUntil,
  })
  return createApp(deps)
}
