import { createClient } from '@libsql/client/web'
import { type Database, openDatabase } from './connection/database.ts'
import { fetchWithTimeout } from './connection/http-fetch.ts'

/** A libSQL server over HTTP, for runtimes without files (Cloudflare Workers, Deno Deploy). */
export const connect = ({ url, authToken }: { url: string; authToken?: string | undefined }): Database =>
  openDatabase(createClient({ url, fetch: fetchWithTimeout, ...(authToken ? { authToken } : {}) }))
