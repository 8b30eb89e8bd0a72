import { readEmailAddress, refuse, sha256Hex } from '@usher/domain'
import { type AccessSubject, authenticateApiKey, readWebsiteAccess } from '@usher/services'
import type { Context } from 'hono'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import { isPlainText } from '../http/read-body.ts'

/** What a website's identity provider may ask a minute: every sign-in of a busy site, and far from guessing addresses. */
const requestsPerMinute = 600

/**
 * What somebody is to a website that signs people in itself: asked by issuer and subject, or by e-mail address, with an
 * API key of that website. Somebody unknown has nothing, which is an answer as well.
 */
export async function answerGrants(
  c: Context<EdgeEnv>,
  { deps, grantLimits }: GrantsEdge,
): Promise<Response> {
  const [, key = ''] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? []
  const actor = await authenticateApiKey({ deps, key, ipAddress: c.var.clientAddress })
  if (!actor?.websiteId) {
    c.header('www-authenticate', 'Bearer')
    return answerRefusal(c, refuse('not_signed_in', { detail: keyNeeded }))
  }
  const wait = grantLimits.take(
    [{ bucket: actor.id, limit: requestsPerMinute, windowSeconds: 60 }],
    deps.now(),
  )
  if (wait !== null) return answerRefusal(c, refuse('too_many_attempts', { retryAfterSeconds: wait }))
  const subject = readSubject(new URL(c.req.url).searchParams, deps.origin)
  if (!subject) return answerRefusal(c, refuse('invalid_request', { detail: subjectNeeded }))

  const access = await readWebsiteAccess({ deps, websiteId: actor.websiteId, subject })
  const body = JSON.stringify({
    contactId: access?.contact?.id ?? null,
    account: access?.account ?? null,
    webRoles: access?.webRoles ?? [],
    locale: access?.contact?.locale ?? null,
  })
  const etag = `"${(await sha256Hex(body)).slice(0, 32)}"`
  const headers = {
    etag,
    // Kept by whoever asked, and asked again each time whether it still holds: what is revoked is gone at once.
    'cache-control': 'private, no-cache',
    vary: 'authorization',
  }
  return isSame(c.req.header('if-none-match'), etag)
    ? c.body(null, 304, headers)
    : c.body(body, 200, { ...headers, 'content-type': 'application/json' })
}

export type GrantsEdge = Pick<Edge, 'deps'> & {
  grantLimits: {
    take(
      budgets: readonly { bucket: string; limit: number; windowSeconds: number }[],
      now: Date,
    ): number | null
  }
}

const keyNeeded =
  'Send an API key that was made for this website: Authorization: Bearer usk_… (Settings → API keys).'
const subjectNeeded = 'Ask by iss and sub, or by email with one plain address; give each once.'

function readSubject(params: URLSearchParams, origin: string): AccessSubject | null {
  const names = [...params.keys()].sort().join(' ')
  const one = (name: string) => {
    const value = params.get(name) ?? ''
    return value.length > 0 && value.length <= 400 && isPlainText(value) ? value : null
  }
  if (names === 'email') {
    const email = readEmailAddress(params.get('email') ?? '')
    return email ? { email } : null
  }
  const [issuer, subject] = [one('iss'), one('sub')]
  if (names !== 'iss sub' || !issuer || !subject || !/^(https?|saml):/.test(issuer)) return null
  return issuer === origin ? { userId: subject } : { providerIds: [issuer], accountId: subject }
}

const isSame = (given: string | undefined, etag: string): boolean =>
  (given ?? '').split(',').some((entry) => entry.trim().replace(/^W\//, '') === etag)
