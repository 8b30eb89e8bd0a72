import type { Context } from 'hono'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { createOpenIdFlow } from './external/open-id.ts'
import { createSignInLimits } from '../limits/sign-in-limits.ts'
import type { Auth } from './auth.ts'
import { clientAddressHeader } from './headers.ts'

/** Who is signed in. */
export type Visitor = {
  userId: string
  name: string
  email: string
  emailVerified: boolean
  /** The identity provider they came by; null: password, e-mail code or passkey. */
  signedInWith: string | null
}

/** Somebody has just signed in. `token` is for clients without cookies. */
export type SignedIn = { visitor: Visitor; token: string | null; isNew: boolean }

/** How people prove who they are. Better Auth is loaded when the first of them does: landing pages do without it. */
export function createIdentity(deps: EdgeDeps) {
  let auth: Auth | undefined
  return {
    limits: createSignInLimits(deps),
    openId: createOpenIdFlow(deps.now),
    /** Kept when it is ready, not before: under Workers no request may wait for what another one began. */
    async auth(): Promise<Auth> {
      if (auth) return auth
      const { createAuth } = await import('./auth.ts')
      return (auth = await createAuth(deps))
    },
  }
}
export type Identity = ReturnType<typeof createIdentity>

/** What Better Auth is told of a request: who signs in, from where, with what. */
export function authHeaders(c: Context<EdgeEnv>): Headers {
  const headers = new Headers({ [clientAddressHeader]: c.var.clientAddress })
  for (const name of ['cookie', 'authorization', 'user-agent']) {
    const value = c.req.header(name)
    if (value) headers.set(name, value)
  }
  return headers
}

export const toVisitor = (
  user: { id: string; name: string; email: string; emailVerified: boolean },
  session?: { signedInWith?: string | null | undefined },
): Visitor => ({
  userId: user.id,
  name: user.name,
  email: user.email,
  emailVerified: user.emailVerified,
  signedInWith: session?.signedInWith ?? null,
})

/**
 * Hands Better Auth's cookies on to the browser.
 * @param options.isBrief the browser forgets them when it is closed
 */
export function forwardCookies(
  c: Context<EdgeEnv>,
  headers: Headers | null | undefined,
  options: { isBrief?: boolean } = {},
): void {
  for (const cookie of headers?.getSetCookie() ?? []) {
    const kept = options.isBrief ? cookie.replace(/;\s*max-age=[1-9]\d*/i, '') : cookie
    c.header('set-cookie', kept, { append: true })
  }
}
