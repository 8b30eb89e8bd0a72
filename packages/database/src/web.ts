import { createClient } from '@libsql/client/web'
import { clientPerCall } from './connection/client-per-call.ts'
import { type Database, openDatabase } from './connection/database.ts'
import { fetchWithTimeout } from './connection/http-fetch.ts'

/**
 * A libSQL server over HTTP, for runtimes without files (Cloudflare Workers, Deno Deploy).
 * @param options.isolatesRequests nothing is shared between requests: what Cloudflare Workers demand
 */
export function connect(
  { url, authToken }: { url: string; authToken?: string | undefined },
  options: { isolatesRequests?: boolean } = {},
): Database {
  const create = () => createClient({ url, fetch: fetchWithTimeout, ...(authToken ? { authToken } : {}) })
  return options.isolatesRequests
    ? openDatabase(clientPerCall(create), { decidesTogether: false })
    : openDatabase(create())
}
