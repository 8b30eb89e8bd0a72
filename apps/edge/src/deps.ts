import { type Database, readEveryTable, schema } from '@usher/database'
import { createKeyring, EnvironmentError, readEnvironment } from '@usher/domain'
import { v7 as uuidv7 } from 'uuid'
import type { EdgeDeps, Log } from './edge-deps.ts'
import { describeError } from './http/describe-error.ts'
import { createPasswordHashing } from './identity/password-hashing.ts'

/** What differs from runtime to runtime; its entry knows. */
export type Runtime = {
  log: Log
  connect(address: { url: string; authToken: string | undefined }): Database | Promise<Database>
  /** How many the machine has; infinite where somebody else divides the time. */
  processors: number
  /** Whether requests may wait for what another one began: not on Cloudflare Workers. */
  sharesBetweenRequests: boolean
  /** Keeps the process alive for work that no answer waits for, where it does not live by itself. */
  keepAlive?(work: Promise<unknown>): void
}

/** The edge wired to the real world, and what its entry needs to serve and to end. */
export type Wired = {
  deps: EdgeDeps
  /** Where to listen. */
  hostname: string
  port: number
  /** Waits for work that no answer waits for, then lets go of the database. */
  close(): Promise<void>
}

/**
 * Reads the environment, once.
 * @throws EnvironmentError with one line that names the value
 */
export async function createDeps(
  variables: Record<string, string | undefined>,
  { log, connect, processors, sharesBetweenRequests, keepAlive }: Runtime,
): Promise<Wired> {
  const environment = readEnvironment(variables)
  if (environment.secrets.length === 0) {
    throw new EnvironmentError(
      'USHER_SECRET is missing: start the house with `pnpm start`, or give it the secret of its database',
    )
  }
  const database = await connect(environment.database)
  const passwords = createPasswordHashing(processors)
  const underWay = new Set<Promise<unknown>>()
  const deps: EdgeDeps = {
    database,
    keys: await createKeyring(environment.secrets),
    origin: environment.origin,
    mailTransport: environment.mail.transport,
    now: () => new Date(),
    newId: uuidv7,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    hashPassword: passwords.hash,
    verifyPassword: passwords.verify,
    postmarkWebhook: environment.postmarkWebhook,
    log,
    sharesBetweenRequests,
    loadIdentityStore: async () => {
      const { drizzleAdapter } = await import('better-auth/adapters/drizzle')
      return drizzleAdapter(database.query, {
        provider: 'sqlite',
        // Interactive transactions freeze the event loop on a file.
        transaction: false,
        schema: {
          user: schema.inviteeUsers,
          session: schema.inviteeSessions,
          account: schema.identities,
          verification: schema.inviteeVerifications,
          passkey: schema.passkeys,
        },
      })
    },
    isReady: () =>
      readEveryTable(database).then(
        () => true,
        (error: unknown) => {
          log('warn', 'not_ready', describeError(error))
          return false
        },
      ),
    inBackground(work) {
      underWay.add(work)
      const done = work.finally(() => underWay.delete(work)).catch(() => undefined)
      keepAlive?.(done)
    },
  }
  return {
    deps,
    hostname: variables['HOST']?.trim() || '127.0.0.1',
    port: readPort(variables['PORT']) ?? environment.port,
    async close() {
      await Promise.allSettled(underWay)
      database.close()
    },
  }
}

function readPort(text: string | undefined): number | null {
  if (!text?.trim()) return null
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new EnvironmentError(`PORT is "${text}": give a port from 0 to 65535`)
}
