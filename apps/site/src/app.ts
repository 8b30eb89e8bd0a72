import type { Refusal } from '@usher/sdk'
import { requireWebRole, type UsherVariables } from '@usher/sdk/hono'
import { type Context, Hono } from 'hono'
import { accountPage } from './pages/account.ts'
import { homePage } from './pages/home.ts'
import { render } from './pages/layout.ts'
import { partnerPage } from './pages/partner.ts'
import { pricesPage } from './pages/prices.ts'
import { brokenPage, missingRolePage, nowherePage, tryAgainPage } from './pages/refusals.ts'
import { createSealedCookies } from './sealed-cookie.ts'
import { createSessions } from './sessions.ts'
import type { SiteSettings } from './settings.ts'
import { createSignIn } from './sign-in.ts'

type Environment = { Variables: UsherVariables & { token: string | null } }

/**
 * Contoso Partners: a small website that people are invited to. Two of its pages need a web role each; what it knows of
 * its visitors it learns from Usher, through a standard OpenID Connect client and the SDK.
 */
export function createSite(settings: SiteSettings) {
  const { pathname: base, origin } = new URL(settings.url)
  const cookies = createSealedCookies(settings)
  const sessions = createSessions(settings, cookies)
  const signIn = createSignIn(settings, cookies, sessions)
  const { usher } = sessions
  const tokens = new WeakMap<Request, string | null>()

  const visitorOf = (c: Context<Environment>) => usher.verify(c.var.token)
  const page = (c: Context<Environment>, at: string) => ({ base, at, visitor: c.var.person ?? null })
  /** The SDK asks for the web role; what those see who lack it is for the site to say. */
  const gate = (webRole: string) => {
    const refuse = async ({ reason }: Refusal, request: Request) => {
      const path = new URL(request.url).pathname.slice(base.length)
      if (reason === 'not_signed_in')
        return new Response(null, {
          status: 303,
          headers: { location: `${settings.url}/sign-in?to=${encodeURIComponent(path)}` },
        })
      const visitor = await usher.verify(tokens.get(request))
      return new Response(String(await missingRolePage({ base, at: path, visitor }, webRole)), {
        status: 403,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      })
    }
    return requireWebRole(webRole, { usher, readToken: (request) => tokens.get(request) ?? null, refuse })
  }

  const pages = new Hono<Environment>()
    .use(async (c, next) => {
      const token = await sessions.tokenOf(c)
      tokens.set(c.req.raw, token)
      c.set('token', token)
      const visitor = await visitorOf(c)
      if (visitor) c.set('person', visitor)
      await next()
    })
    .get('/', (c) => render(c, homePage(page(c, '/'))))
    .get('/partner', gate('Partner'), (c) => render(c, partnerPage(page(c, '/partner'))))
    .get('/prices', gate('Partner manager'), (c) => render(c, pricesPage(page(c, '/prices'))))
    .get('/account', (c) =>
      c.var.person ? render(c, accountPage(page(c, '/account'))) : signIn.begin(c, '/account'),
    )
    // A mail's link comes here first, and goes back to the page that it opened.
    .get('/i/:code', (c) =>
      signIn.begin(c, '/partner', { code: c.req.param('code'), proof: c.req.query('r') ?? null }),
    )
    .get('/sign-in', (c) => signIn.begin(c, ownPath(c.req.query('to'))))
    .get('/callback', async (c) => {
      const to = await signIn.finish(c)
      return to === null
        ? render(c, tryAgainPage({ base, at: '/', visitor: null }), 400)
        : c.redirect(base + ownPath(to), 303)
    })
    .post('/sign-out', async (c) => {
      const site = c.req.header('sec-fetch-site')
      if (site && site !== 'same-origin') return c.text('Sign out on the site itself.', 403)
      if (!site && c.req.header('origin') !== origin) return c.text('Sign out on the site itself.', 403)
      return c.redirect(await sessions.end(c), 303)
    })

  return new Hono()
    .use(async (c, next) => {
      await next()
      for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
    })
    .get('/health', (c) => c.json({ status: 'ok' }))
    .route(base, pages)
    .notFound((c) => render(c, nowherePage({ base, at: '', visitor: null }), 404))
    .onError((error, c) => {
      // Nothing of the visitor: only what went wrong.
      settings.report(error instanceof Error ? `${error.name}: ${error.message}` : 'A thrown value')
      return render(c, brokenPage({ base, at: '', visitor: null }), 502)
    })
}

/** A path of this site; anything else is its front page. */
const ownPath = (path: string | undefined): string => (/^\/[a-z]*$/.test(path ?? '') ? (path ?? '/') : '/')

const headers = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}
