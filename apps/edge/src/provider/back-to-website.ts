import type { Context, MiddlewareHandler } from 'hono'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import { paths } from './discovery.ts'
import { hasPendingRequest, readPendingRequest } from './pending-request.ts'

/**
 * Whoever came from a website goes back to it once they are in, by whichever way they came in: the pages that let
 * people in need not know.
 */
export const backToWebsite =
  ({ deps }: Edge): MiddlewareHandler<EdgeEnv> =>
  async (c, next) => {
    await next()
    if (!hasPendingRequest(c, deps)) return
    const pending = await readPendingRequest(c, deps)
    if (!pending) return
    if (isIn(c)) c.res.headers.set('location', paths.continue)
    else allowWayBack(c, new URLSearchParams(pending.query).get('redirect_uri'))
  }

/** Signed in, or redeemed: both lead home unless told elsewhere. */
const isIn = (c: Context<EdgeEnv>): boolean =>
  (c.req.method === 'POST' || c.req.path.startsWith('/auth/')) &&
  c.req.path !== '/sign-out' &&
  !c.req.path.startsWith('/oidc/') &&
  [302, 303].includes(c.res.status) &&
  c.res.headers.get('location') === '/'

/** Browsers hold a redirect after a form against the page that had the form. */
function allowWayBack(c: Context<EdgeEnv>, redirectUri: string | null): void {
  const policy = c.res.headers.get('content-security-policy')
  const url = redirectUri && URL.parse(redirectUri)
  if (!policy?.includes("form-action 'self'") || !url) return
  const source = url.origin === 'null' ? url.protocol : url.origin
  c.res.headers.set(
    'content-security-policy',
    policy.replace("form-action 'self'", `form-action 'self' ${source}`),
  )
}
