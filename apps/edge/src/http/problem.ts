import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type RedemptionRefusal, type Refused, toBase64Url } from '@usher/domain'
import type { EdgeEnv } from '../edge-deps.ts'

/** Every "no" of the edge: its status for machines and people alike, and its title for machines (RFC 9457). */
export const refusalAnswers = {
  invitation_unknown: { status: 404, title: 'There is no such invitation' },
  invitation_expired: { status: 410, title: 'The invitation has expired' },
  invitation_inactive: { status: 410, title: 'The invitation is no longer active' },
  invitation_full: { status: 410, title: 'The invitation has been used up' },
  wrong_recipient: { status: 403, title: 'The invitation is for somebody else' },
  email_unverified: { status: 403, title: 'The e-mail address is not confirmed' },
  other_sign_in_needed: { status: 403, title: 'The invitation asks for another way to sign in' },
  not_signed_in: { status: 401, title: 'Nobody is signed in' },
  too_many_attempts: { status: 429, title: 'Too many attempts' },
  invalid_request: { status: 400, title: 'The request cannot be read' },
  unavailable: { status: 503, title: 'Temporarily unavailable' },
} as const satisfies Record<RedemptionRefusal, { status: ContentfulStatusCode; title: string }>

/** RFC 9457 problem details: `{ type, title, status, code, detail, requestId }`. */
export function answerProblem(
  c: Context<EdgeEnv>,
  refused: Refused<RedemptionRefusal>,
  detail: string,
  status: ContentfulStatusCode = refusalAnswers[refused.refusal].status,
): Response {
  const { title } = refusalAnswers[refused.refusal]
  const body = {
    type: 'about:blank',
    title,
    status,
    code: refused.refusal,
    detail: refused.detail ?? detail,
    requestId: c.var.requestId,
    ...(refused.errors ? { errors: refused.errors } : {}),
  }
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json',
    ...(refused.retryAfterSeconds ? { 'retry-after': String(refused.retryAfterSeconds) } : {}),
  })
}

export const createNonce = () => toBase64Url(crypto.getRandomValues(new Uint8Array(16)))
