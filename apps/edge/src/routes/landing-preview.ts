import { Hono } from 'hono'
import { refuse } from '@usher/domain'
import { openLandingPreview } from '@usher/services'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import { showLanding } from '../invitation/show-landing.tsx'

/** In the place of a code, which a preview has none of. */
const noCode = 'PREVIEW'

/**
 * The landing page as the admin shows it in a frame: by a sealed ticket that holds no code and ends soon. Nothing on it
 * can be sent, and no other site can frame it. `scheme`: light or dark, whatever the browser wants.
 */
export const landingPreviewRoutes = (edge: Edge) =>
  new Hono<EdgeEnv>().get('/preview', async (c) => {
    const opened = await openLandingPreview({ deps: edge.deps, ticket: c.req.query('ticket') ?? '' })
    if (!opened) return answerRefusal(c, refuse('invitation_unknown'))
    const { preview, stranger } = opened
    const page = await showLanding(c, edge, {
      preview,
      visitor: stranger && { ...stranger, userId: '', emailVerified: true, signedInWith: null },
      carried: { code: noCode, recipientProof: null, returnUrl: null, hasAccount: false },
      isInCookie: false,
    })
    const policy = page.headers.get('content-security-policy') ?? "default-src 'none'"
    const headers = new Headers(page.headers)
    headers.set('x-frame-options', 'SAMEORIGIN')
    headers.set('content-security-policy', framed(policy))
    return new Response(inScheme(await page.text(), c.req.query('scheme')), { status: 200, headers })
  })

const framed = (policy: string) =>
  policy
    .replace(/frame-ancestors [^;]*/, "frame-ancestors 'self'")
    .replace(/form-action [^;]*/, "form-action 'none'")
    .replace(/; script-src [^;]*/, '')

function inScheme(html: string, scheme: string | undefined): string {
  if (scheme !== 'light' && scheme !== 'dark') return html
  return html.replaceAll(
    '@media (prefers-color-scheme:dark)',
    `@media ${scheme === 'dark' ? 'all' : 'not all'}`,
  )
}
