import type { Client } from '@libsql/client'
import { createClient as createWebClient } from '@libsql/client/web'
import { type Database, openDatabase } from './connection/database.ts'
import { fetchWithTimeout } from './connection/http-fetch.ts'
import { createFileClient } from './node/file-client.ts'

export { DatabaseIsNewerError, migrate, pendingMigrations } from './connection/migrate.ts'

export type Address = {
  /** `file:`, `http(s):` or `libsql:` */
  url: string
  authToken?: string | undefined
}

/** How long a write waits for another process's write, in milliseconds. */
const busyTimeoutMilliseconds = 5000

/** A client of libSQL, for files (Node, Deno) and servers. Share one a process. */
export function createDatabaseClient({ url, authToken }: Address): Client {
  return url.startsWith('file:')
    ? createFileClient(url, { timeoutMilliseconds: busyTimeoutMilliseconds })
    : createWebClient({ url, fetch: fetchWithTimeout, ...(authToken ? { authToken } : {}) })
}

export const connect = (address: Address): Database => openDatabase(createDatabaseClient(address))
