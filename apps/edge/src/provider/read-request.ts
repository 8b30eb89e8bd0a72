import { type ClientOfWebsite, findOidcClientById } from '@usher/services'
import type { EdgeDeps } from '../edge-deps.ts'
import { isPlainText } from '../http/read-body.ts'

/** What a website asks for when it sends somebody to sign in. */
export type AuthorizationRequest = {
  client: ClientOfWebsite
  redirectUri: string
  state: string | null
  nonce: string | null
  scope: string
  /** S256 (RFC 7636). */
  codeChallenge: string
  prompt: readonly string[]
  maximumAgeSeconds: number | null
  /** To be redeemed on the way, so that the first token has its web roles. */
  invitation: { code: string; recipientProof: string | null } | null
}

/** Where an error may be told to the website; `null` where the visitor must be told, for nobody is known to send them to. */
export type ReturnAddress = Pick<AuthorizationRequest, 'redirectUri' | 'state'>
export type ReadRequest =
  | { ok: true; request: AuthorizationRequest }
  | { ok: false; to: null; problem: 'unknown_client' | 'unknown_address' }
  | { ok: false; to: ReturnAddress; error: string; description: string }

const known = ['openid', 'profile', 'email', 'offline_access']

/** Reads an authorization request (OpenID Connect Core 3.1.2.1). Reads one row. */
export async function readAuthorizationRequest(
  deps: EdgeDeps,
  params: URLSearchParams,
): Promise<ReadRequest> {
  const one = (name: string) => {
    const value = params.get(name)
    return value && value.length <= 2000 && isPlainText(value) ? value : null
  }
  const client = await findOidcClientById({ deps, id: one('client_id') ?? '' })
  if (!client) return { ok: false, to: null, problem: 'unknown_client' }
  const redirectUri = one('redirect_uri')
  if (!redirectUri || !client.redirectUris.includes(redirectUri)) {
    return { ok: false, to: null, problem: 'unknown_address' }
  }

  const to = { redirectUri, state: one('state') }
  const refuse = (error: string, description: string): ReadRequest => ({ ok: false, to, error, description })
  const doubled = [...params.keys()].find((name) => params.getAll(name).length > 1)
  if (doubled) return refuse('invalid_request', `${doubled} is given twice`)
  if (params.has('request')) return refuse('request_not_supported', 'Give the parameters themselves')
  if (params.has('request_uri')) return refuse('request_uri_not_supported', 'Give the parameters themselves')
  if (one('response_type') !== 'code') return refuse('unsupported_response_type', 'Only code is supported')
  if ((one('response_mode') ?? 'query') !== 'query')
    return refuse('invalid_request', 'Only response_mode query is supported')
  const scopes = (one('scope') ?? '').split(' ').filter((scope) => known.includes(scope))
  if (!scopes.includes('openid')) return refuse('invalid_scope', 'Ask for the scope openid')
  const codeChallenge = one('code_challenge')
  if (one('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(codeChallenge ?? '')) {
    return refuse('invalid_request', 'PKCE is required: code_challenge with code_challenge_method S256')
  }
  const prompt = (one('prompt') ?? '').split(' ').filter(Boolean)
  if (prompt.includes('none') && prompt.length > 1)
    return refuse('invalid_request', 'prompt none stands alone')
  const maximumAge = one('max_age')
  if (maximumAge !== null && !/^\d{1,9}$/.test(maximumAge))
    return refuse('invalid_request', 'max_age is a number of seconds')
  const code = one('invitation')
  return {
    ok: true,
    request: {
      client,
      ...to,
      nonce: one('nonce'),
      scope: [...new Set(scopes)].join(' '),
      codeChallenge: codeChallenge ?? '',
      prompt,
      maximumAgeSeconds: maximumAge === null ? null : Number(maximumAge),
      invitation: code && code.length <= 200 ? { code, recipientProof: one('invitation_proof') } : null,
    },
  }
}

/** Back to the website, with an answer (RFC 6749 4.1.2, RFC 9207). */
export function backTo(issuer: string, to: ReturnAddress, answer: Record<string, string>): string {
  const url = new URL(to.redirectUri)
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value)
  if (to.state !== null) url.searchParams.set('state', to.state)
  url.searchParams.set('iss', issuer)
  return url.href
}
