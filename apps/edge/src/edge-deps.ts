import type { Deps } from '@usher/services'
import type { BetterAuthOptions } from 'better-auth'

/** What a log line says besides its event. Never a code, an address of a person, or a query's parameters. */
export type Log = (level: 'info' | 'warn' | 'error', event: string, data?: Record<string, unknown>) => void

/** What the edge is given, over what every verb of the services is given. */
export type EdgeDeps = Deps & {
  /** Compares a password with a hash of `hashPassword`, under the same bound. */
  verifyPassword(given: { password: string; hash: string }): Promise<boolean>
  /** Where Better Auth keeps people. Asked for when the first person signs in: pages that nobody signs in on do without. */
  loadIdentityStore(): Promise<BetterAuthOptions['database']>
  /** Whether requests may wait for what another one began: not on Cloudflare Workers. */
  sharesBetweenRequests: boolean
  /** Reachable and migrated. */
  isReady(): Promise<boolean>
  /** Null: the webhook answers 404. */
  postmarkWebhook: { user: string; password: string } | null
  log: Log
  /** Keeps the process alive for work that no answer waits for. */
  inBackground(work: Promise<unknown>): void
}

/** What Hono carries with a request. */
export type EdgeEnv = {
  Bindings: {
    /** Who opened the connection, as the runtime says. */
    peerAddress?: string | undefined
  }
  Variables: { requestId: string; clientAddress: string; nonce: string }
}
