import { readOidcPublicKeys } from '@usher/services'
import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import { readForm } from '../http/read-body.ts'
import { refuseCrossSite } from '../http/same-origin.ts'
import { signOut } from '../identity/end-session.ts'
import { createMemoryCounters } from '../limits/memory-counters.ts'
import { backToWebsite } from './back-to-website.ts'
import { describeProvider, paths } from './discovery.ts'
import { showProblem } from './pages.tsx'
import { endPendingRequest, readPendingRequest } from './pending-request.ts'
import { backTo, readAuthorizationRequest } from './read-request.ts'

/**
 * The edge as an OpenID provider of the websites that people are invited to (OpenID Connect Core 1.0, OAuth 2.1).
 * Mounted before what refuses other sites: programs ask here from anywhere, with tokens instead of cookies. What it
 * needs for tokens is loaded when the first website asks.
 */
export function providerRoutes(edge: Edge) {
  const { deps, identity, submissions } = edge
  const provider = describeProvider(deps.origin)
  const describe = (c: Context<EdgeEnv>) => c.json(provider)
  const ownPage = refuseCrossSite(deps)
  const grantLimits = createMemoryCounters()

  const goOn = async (c: Context<EdgeEnv>, hasAgreed: boolean) => {
    const pending = await readPendingRequest(c, deps)
    if (!pending) return showProblem(c, 'session_over')
    const { authorize } = await import('./authorize.tsx')
    return authorize(c, edge, new URLSearchParams(pending.query), { ...pending, hasAgreed })
  }

  const goBack = async (c: Context<EdgeEnv>) => {
    const pending = await readPendingRequest(c, deps)
    const read = pending && (await readAuthorizationRequest(deps, new URLSearchParams(pending.query)))
    if (!read?.ok) return showProblem(c, 'session_over')
    endPendingRequest(c, deps)
    return c.redirect(backTo(deps.origin, read.request, { error: 'access_denied' }), 303)
  }

  return (
    new Hono<EdgeEnv>()
      .use('/.well-known/*', cors())
      .get('/.well-known/openid-configuration', describe)
      .get('/.well-known/oauth-authorization-server', describe)
      .get(paths.keys, async (c) => c.json({ keys: await readOidcPublicKeys({ deps }) }))

      .use(paths.token, cors())
      .post(paths.token, async (c) => (await import('./answer-token.ts')).answerToken(c, deps))
      .use(paths.revoke, cors())
      .post(paths.revoke, async (c) => (await import('./answer-token.ts')).answerRevoke(c, deps))
      .use(paths.userinfo, cors())
      .on(['GET', 'POST'], paths.userinfo, async (c) =>
        (await import('./answer-userinfo.ts')).answerUserinfo(c, deps),
      )

      .get('/api/grants', async (c) =>
        (await import('./answer-grants.ts')).answerGrants(c, { deps, grantLimits }),
      )

      .get(paths.authorize, async (c) => {
        const { authorize } = await import('./authorize.tsx')
        return authorize(c, edge, new URL(c.req.url).searchParams)
      })
      .get(paths.continue, (c) => goOn(c, false))
      .post(paths.consent, ownPage, async (c) => {
        const form = await readForm(c)
        return form.ok && form.value.get('decision') === 'allow' ? goOn(c, true) : goBack(c)
      })
      .post(paths.signInAgain, ownPage, async (c) => {
        await signOut(c, identity)
        submissions.forget()
        return c.redirect('/sign-in', 303)
      })

      .get(paths.endSession, async (c) =>
        (await import('./end-session.tsx')).showEndSession(c, edge, new URL(c.req.url).searchParams),
      )
      // From another site a form brings no cookies: asked again by an address, as a link is.
      .post(paths.endSession, async (c) => {
        const form = await readForm(c)
        return c.redirect(`${paths.endSession}?${form.ok ? form.value : ''}`, 303)
      })
      .post(paths.signOut, ownPage, async (c) => {
        const form = await readForm(c)
        if (!form.ok) return showProblem(c, 'session_over')
        return (await import('./end-session.tsx')).endSession(c, edge, form.value)
      })
      .use(backToWebsite(edge))
  )
}
