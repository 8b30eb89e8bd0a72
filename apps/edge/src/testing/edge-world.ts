import { schema } from '@usher/database'
import { unseal } from '@usher/domain'
import { createWorld } from '@usher/services/testing'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { createApp } from '../app.ts'
import type { EdgeDeps } from '../edge-deps.ts'
import { createBrowser } from './browser.ts'

type World = Awaited<ReturnType<typeof createWorld>>

/** A house with the edge in this process: real database, real Better Auth, the process's clock, quick password hashing. */
export async function createEdgeWorld(changes: Partial<EdgeDeps> = {}) {
  const world = await createWorld()
  const log: { level: string; event: string; data: Record<string, unknown> }[] = []
  const background: Promise<unknown>[] = []
  const deps: EdgeDeps = {
    ...world.deps,
    now: () => new Date(),
    verifyPassword: async ({ password, hash }) => hash === `hash of ${password}`,
    loadIdentityStore: async () => identityStore(world.deps.database),
    sharesBetweenRequests: true,
    isReady: async () => true,
    postmarkWebhook: null,
    log: (level, event, data = {}) => void log.push({ level, event, data }),
    inBackground: (work) => void background.push(work),
    ...changes,
  }
  const app = createApp(deps)
  const send = (request: Request, peerAddress = '127.0.0.1') => app.fetch(request, { peerAddress })
  return {
    ...world,
    deps,
    app,
    log,
    browser: (headers: Record<string, string> = {}) =>
      createBrowser((request) => send(request), deps.origin, headers),
    /** Waits for what the answers did not wait for. */
    settle: async () => void (await Promise.all(background.splice(0))),
    emailCodes: (address: string) => readEmailCodes(world, address),
    rows: createRows(world),
  }
}
export type EdgeWorld = Awaited<ReturnType<typeof createEdgeWorld>>

/** Better Auth's tables in this database. */
export const identityStore = (database: EdgeDeps['database']) =>
  drizzleAdapter(database.query, {
    provider: 'sqlite',
    transaction: false,
    schema: {
      user: schema.inviteeUsers,
      session: schema.inviteeSessions,
      account: schema.identities,
      verification: schema.inviteeVerifications,
      passkey: schema.passkeys,
    },
  })

/** The six-digit codes that were mailed to an address, the newest last. */
export async function readEmailCodes({ deps }: Pick<World, 'deps'>, address: string): Promise<string[]> {
  const emails = await deps.database.query.select().from(schema.emails)
  const codes = emails
    .filter((email) => email.kind === 'email_code' && email.toAddress === address)
    .map(async ({ id, inputSealed }) => {
      const input = inputSealed && (await unseal(deps.keys, inputSealed, { context: `email-input:${id}` }))
      return String((JSON.parse(input ?? '{}') as { code?: string }).code)
    })
  return Promise.all(codes)
}

const createRows = ({ deps }: World) => {
  const { query } = deps.database
  return {
    invitations: () => query.select().from(schema.invitations),
    redemptions: () => query.select().from(schema.redemptions),
    grants: () => query.select().from(schema.grants),
    contacts: () => query.select().from(schema.contacts),
    invitees: () => query.select().from(schema.inviteeUsers),
    sessions: () => query.select().from(schema.inviteeSessions),
    identities: () => query.select().from(schema.identities),
    emails: () => query.select().from(schema.emails),
    attempts: () => query.select().from(schema.attempts),
    activities: () => query.select().from(schema.activities),
  }
}
