import type { Database } from '@usher/database'

/** Files need the native driver. Elsewhere it is not even loaded: it costs time, and Deno Deploy has none. */
export async function connectAnywhere(address: {
  url: string
  authToken: string | undefined
}): Promise<Database> {
  const { connect } = address.url.startsWith('file:')
    ? await import('@usher/database/node')
    : await import('@usher/database/web')
  return connect(address)
}
