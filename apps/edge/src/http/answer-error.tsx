import type { Context } from 'hono'
import { refuse } from '@usher/domain'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { Refusal } from '../pages/refusal.tsx'
import { renderPage } from '../pages/render.tsx'
import { textsOf } from '../texts/choose.ts'
import { answerRefusal, wantsJson } from './answer-refusal.tsx'
import { describeError, isCausedBy } from './describe-error.ts'

/** What nobody expected: a line in the log, and an answer that tells nothing but a number to ask about. */
export function answerError(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  error: unknown,
): Response | Promise<Response> {
  const { requestId } = c.var
  if (isCausedBy(error, 'DatabaseUnavailableError') || isCausedBy(error, 'OverloadedError')) {
    deps.log('warn', 'unavailable', { requestId, ...describeError(error) })
    return answerRefusal(c, refuse('unavailable', { retryAfterSeconds: 5 }), { actions: null })
  }
  deps.log('error', 'request_failed', { requestId, ...describeError(error) })
  const texts = textsOf(c)
  if (wantsJson(c)) {
    const problem = {
      type: 'about:blank',
      title: 'Internal error',
      status: 500,
      code: 'internal',
      detail: texts.broken.happened,
      requestId,
    }
    return c.body(JSON.stringify(problem), 500, { 'content-type': 'application/problem+json' })
  }
  return renderPage(
    c,
    { texts, title: texts.broken.heading, status: 500 },
    <Refusal text={texts.broken} number={requestId} />,
  )
}
