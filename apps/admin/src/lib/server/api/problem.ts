import type { ManagementRefusal, Refused } from '@usher/domain'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ApiEnvironment } from './environment.ts'

/** Every "no" of the management API: its status, its title, and words for a verb that gave none. */
export const refusalAnswers = {
  not_signed_in: {
    status: 401,
    title: 'No valid API key',
    detail: 'Send a valid key: Authorization: Bearer usk_…',
  },
  forbidden: { status: 403, title: 'Not allowed', detail: 'The role of this key does not allow this.' },
  not_found: { status: 404, title: 'Not found', detail: 'There is nothing here.' },
  conflict: {
    status: 409,
    title: 'Conflict',
    detail: 'This does not go together with what is there. Look at it again.',
  },
  invalid_request: {
    status: 400,
    title: 'The request cannot be read',
    detail: 'Check what was sent against the reference.',
  },
  too_many_attempts: {
    status: 429,
    title: 'Too many requests',
    detail: 'Wait for as long as Retry-After says, then go on.',
  },
  unavailable: {
    status: 503,
    title: 'Temporarily unavailable',
    detail: 'The database cannot be reached right now. Try again in a moment.',
  },
} as const satisfies Record<
  ManagementRefusal,
  { status: ContentfulStatusCode; title: string; detail: string }
>

/** RFC 9457 problem details: `{ type, title, status, code, detail, requestId, errors? }`. */
export function answerProblem(
  c: Context<ApiEnvironment>,
  refused: Refused<ManagementRefusal>,
  status: ContentfulStatusCode = refusalAnswers[refused.refusal].status,
): Response {
  const { title, detail } = refusalAnswers[refused.refusal]
  return problem(c, status, {
    title,
    code: refused.refusal,
    detail: refused.detail ?? detail,
    ...(refused.errors ? { errors: refused.errors } : {}),
    ...(refused.retryAfterSeconds ? { retryAfterSeconds: refused.retryAfterSeconds } : {}),
  })
}

/** Something broke: nothing is told but the id of the log line. */
export const answerBroken = (c: Context<ApiEnvironment>): Response =>
  problem(c, 500, {
    title: 'Something broke',
    code: 'internal_error',
    detail: 'This is our fault. Tell the operator the request id.',
  })

function problem(
  c: Context<ApiEnvironment>,
  status: ContentfulStatusCode,
  { retryAfterSeconds, ...told }: Record<string, unknown>,
): Response {
  const body = { type: 'about:blank', status, ...told, requestId: c.var.requestId }
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json',
    ...(retryAfterSeconds ? { 'retry-after': String(retryAfterSeconds) } : {}),
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
  })
}
