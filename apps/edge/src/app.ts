import { Hono } from 'hono'
import { refuse } from '@usher/domain'
import { createEdge, type Edge } from './edge.ts'
import type { EdgeDeps, EdgeEnv } from './edge-deps.ts'
import { answerError } from './http/answer-error.tsx'
import { answerRefusal } from './http/answer-refusal.tsx'
import { frame } from './http/frame.ts'
import { refuseCrossSite } from './http/same-origin.ts'
import { providerRoutes } from './provider/routes.ts'
import { apiRoutes } from './routes/api.ts'
import { authRoutes } from './routes/auth.ts'
import { externalRoutes } from './routes/external.tsx'
import { healthRoutes } from './routes/health.ts'
import { languageRoutes, rememberLanguage } from './routes/language.ts'
import { landingPreviewRoutes } from './routes/landing-preview.ts'
import { landingRoutes } from './routes/landing.tsx'
import { meRoutes } from './routes/me.tsx'
import { passkeyRoutes } from './routes/passkeys.ts'
import { profileRoutes } from './routes/profile.tsx'
import { redeemRoutes } from './routes/redeem.tsx'
import { resetPasswordRoutes } from './routes/reset-password.tsx'
import { signInRoutes } from './routes/sign-in.tsx'
import { unsubscribeRoutes } from './routes/unsubscribe.tsx'
import { webhookRoutes } from './routes/webhooks.ts'
import { textsOf } from './texts/choose.ts'

/**
 * What invitees touch. Web APIs alone: the same under Deno, Node and Workers.
 *
 * @example
 * const app = createApp(deps)
 * Deno.serve((request, { remoteAddr }) => app.fetch(request, { peerAddress: remoteAddr.hostname }))
 */
export function createApp(deps: EdgeDeps, edge: Edge = createEdge(deps)) {
  return (
    new Hono<EdgeEnv>({ strict: false })
      .use(frame(deps))
      .route('/', providerRoutes(edge))
      .use(refuseCrossSite(deps))
      // Before languages are remembered: looking at a page in Arabic is no wish to read Arabic.
      .route('/', landingPreviewRoutes(edge))
      .use(rememberLanguage(deps))
      .route('/', healthRoutes(edge))
      .route('/', landingRoutes(edge))
      .route('/', languageRoutes(edge))
      .route('/', redeemRoutes(edge))
      .route('/', signInRoutes(edge))
      .route('/', resetPasswordRoutes(edge))
      .route('/', externalRoutes(edge))
      .route('/', passkeyRoutes(edge))
      .route('/', profileRoutes(edge))
      .route('/', meRoutes(edge))
      .route('/', apiRoutes(edge))
      .route('/', authRoutes(edge))
      .route('/', webhookRoutes(edge))
      .route('/', unsubscribeRoutes(edge))
      .notFound((c) => answerRefusal(c, refuse('invitation_unknown'), { text: textsOf(c).notFound }))
      .onError((error, c) => answerError(c, deps, error))
  )
}
