import type { Client } from '@libsql/client'
import type { SharedClient } from './guarded-client.ts'

/**
 * Cloudflare Workers forbid a request to use what another one opened, and a client keeps a queue of calls. So each call
 * gets a client of its own: it opens no connection before it is used, and every call is one HTTP request either way.
 */
export function clientPerCall(create: () => Client): SharedClient {
  let closed = false
  return {
    protocol: 'http',
    get closed() {
      return closed
    },
    close: () => void (closed = true),
    reconnect: () => undefined,
    execute: ((...given: Parameters<Client['execute']>) => create().execute(...given)) as Client['execute'],
    batch: (statements, mode) => create().batch(statements, mode),
  }
}
