import type { Context, MiddlewareHandler } from 'hono'
import { refuse } from '@usher/domain'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { textsOf } from '../texts/choose.ts'
import { answerRefusal } from './answer-refusal.tsx'

/**
 * Refuses what another site makes a visitor's browser send, whatever its content type.
 * Browsers say where a request comes from; what says nothing and carries no cookie is no browser's doing.
 */
export const refuseCrossSite =
  (deps: EdgeDeps): MiddlewareHandler<EdgeEnv> =>
  async (c, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return next()
    if (isOwnRequest(c, deps) || isComingBack(c.req.path)) return next()
    deps.log('warn', 'cross_site_request_refused', { requestId: c.var.requestId, method: c.req.method })
    return answerRefusal(c, refuse('invalid_request'), { status: 403, text: textsOf(c).crossSite })
  }

/** Identity providers may send people back by a form of theirs. It is shown as one of ours; nothing else comes of it. */
const isComingBack = (path: string) => path.startsWith('/auth/callback/')

/** Whether a page of ours sent this, or what is no browser. */
export function isOwnRequest(c: Context<EdgeEnv>, deps: EdgeDeps): boolean {
  return isOwn(deps, (name) => c.req.header(name))
}

function isOwn(deps: EdgeDeps, header: (name: string) => string | undefined): boolean {
  const site = header('sec-fetch-site')
  // `none`: the visitor did it themselves, such as by loading a page again.
  if (site) return site === 'same-origin' || site === 'none'
  const origin = header('origin')
  if (origin) return origin === deps.origin
  return !header('cookie')
}
