import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { readClientAddress } from './client-address.ts'
import { createNonce } from './problem.ts'

const headers = {
  // A code stands in the address of a landing page: it goes nowhere from there.
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
}

/** Around every request: who asks, a number to talk about it, headers, and one line of log that names the route, not the address. */
export const frame =
  (deps: EdgeDeps): MiddlewareHandler<EdgeEnv> =>
  async (c, next) => {
    const startedAt = performance.now()
    c.set('requestId', deps.newId())
    c.set('nonce', createNonce())
    c.set('clientAddress', readClientAddress(c.env?.peerAddress, c.req.header('x-forwarded-for')))
    await next()
    for (const [name, value] of Object.entries(headers)) {
      // The few answers that may be kept, or shown inside the admin, say so themselves.
      const mayDiffer = name === 'cache-control' || name === 'x-frame-options'
      if (!mayDiffer || !c.res.headers.has(name)) c.res.headers.set(name, value)
    }
    if (!c.res.headers.has('content-security-policy')) {
      c.res.headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
    }
    if (deps.origin.startsWith('https:')) c.res.headers.set('strict-transport-security', 'max-age=31536000')
    c.res.headers.set('x-request-id', c.var.requestId)
    deps.log('info', 'request', {
      requestId: c.var.requestId,
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      milliseconds: Math.round(performance.now() - startedAt),
    })
  }
