import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { authHeaders, forwardCookies, type Identity } from './identity.ts'
import { sessionCookieNames } from './session-cookie.ts'

/** Ends the session that the browser brought, so that signing in leaves no older one behind that somebody else may hold. */
export async function endPreviousSession(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  identity: Identity,
): Promise<void> {
  const signed = getCookie(c, sessionCookieNames(deps.origin).token)
  const token = signed?.split('.')[0]
  if (!token) return
  const auth = await identity.auth()
  await auth.api.endSession({ body: { token } })
}

/** Signs out: the session is gone from the database, its cookies from the browser. */
export async function signOut(c: Context<EdgeEnv>, identity: Identity): Promise<void> {
  const auth = await identity.auth()
  const { headers } = await auth.api.signOut({ headers: authHeaders(c), returnHeaders: true })
  forwardCookies(c, headers)
}
