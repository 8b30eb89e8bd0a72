import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { readCachedSession } from './cached-session.ts'
import { authHeaders, forwardCookies, type Identity, toVisitor, type Visitor } from './identity.ts'
import { sessionCookieNames } from './session-cookie.ts'

/**
 * Who is signed in, or `null`. Asks nobody when the request brings neither a session nor a bearer token, and no database
 * while the signed cookie of the session is fresh.
 * @param options.isAuthoritative asks the database: what somebody is about to do must not rest on a cached session
 */
export async function readVisitor(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  identity: Identity,
  options: { isAuthoritative: boolean },
): Promise<Visitor | null> {
  if (!mayBeSignedIn(c, deps)) return null
  const cached = options.isAuthoritative ? null : await readCachedSession(c, deps)
  if (cached) return cached.visitor
  const auth = await identity.auth()
  const { headers, response } = await auth.api.getSession({
    headers: authHeaders(c),
    // Its cookie was read already, and is stale or none.
    query: { disableCookieCache: true },
    returnHeaders: true,
  })
  if (hasSession(c, deps)) forwardCookies(c, headers)
  return response ? toVisitor(response.user, response.session) : null
}

/** Whether the request brings anything that somebody could be signed in with. */
export const mayBeSignedIn = (c: Context<EdgeEnv>, deps: EdgeDeps): boolean =>
  hasSession(c, deps) || c.req.header('authorization') !== undefined

const hasSession = (c: Context<EdgeEnv>, deps: EdgeDeps): boolean =>
  getCookie(c, sessionCookieNames(deps.origin).token) !== undefined
