import type { Context } from 'hono'
import { deleteCookie, getCookie } from 'hono/cookie'
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

/** Takes the session's cookies back, also those that this very answer would have set. */
export function dropSession(c: Context<EdgeEnv>, deps: EdgeDeps): void {
  const kept = c.res.headers.getSetCookie()
  const names = Object.values(sessionCookieNames(deps.origin))
  c.res.headers.delete('set-cookie')
  for (const cookie of kept) {
    if (!names.some((name) => cookie.startsWith(`${name}=`))) c.header('set-cookie', cookie, { append: true })
  }
  const secure = deps.origin.startsWith('https:')
  for (const name of names) deleteCookie(c, name, { path: '/', secure })
}

/** Signs out: the session is gone from the database, its cookies from the browser. */
export async function signOut(c: Context<EdgeEnv>, identity: Identity): Promise<void> {
  const auth = await identity.auth()
  const { headers } = await auth.api.signOut({ headers: authHeaders(c), returnHeaders: true })
  forwardCookies(c, headers)
}
