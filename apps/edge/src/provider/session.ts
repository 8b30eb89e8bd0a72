import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import { authHeaders, toVisitor, type Visitor } from '../identity/identity.ts'
import { sessionCookieNames } from '../identity/session-cookie.ts'

/** Who is signed in at the edge, since when, and by which session. */
export type SignedIn = { visitor: Visitor; sessionId: string; since: Date }

/** Asked of the database: what a website is told must not rest on a cached session. A cookie alone counts. */
export async function readSession(c: Context<EdgeEnv>, { deps, identity }: Edge): Promise<SignedIn | null> {
  if (getCookie(c, sessionCookieNames(deps.origin).token) === undefined) return null
  const auth = await identity.auth()
  const headers = authHeaders(c)
  headers.delete('authorization')
  const found = await auth.api.getSession({ headers, query: { disableCookieCache: true } })
  if (!found) return null
  const { session, user } = found
  return { visitor: toVisitor(user), sessionId: session.id, since: new Date(session.createdAt) }
}
