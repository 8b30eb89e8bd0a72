import { toBase64Url } from '@usher/domain'
import {
  beginOidcAuthorization,
  type ClientOfWebsite,
  endOidcAuthorization,
  type OidcAuthorization,
  readWebsiteAccess,
  refreshOidcAuthorization,
} from '@usher/services'
import type { Context } from 'hono'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { readForm } from '../http/read-body.ts'
import { claimsOf } from './claims.ts'
import { answerOAuthError } from './oauth-error.ts'
import { readClient } from './read-client.ts'
import { openCode, openRefresh, sealRefresh } from './sealed-tokens.ts'
import { accessTokenSeconds, signTokens } from './signed-tokens.ts'

/** A refresh token that nobody exchanges for so long is over. */
const refreshSeconds = 30 * 24 * 3600

/** The token endpoint: a code or a refresh token for what its person is to the website right now. */
export async function answerToken(c: Context<EdgeEnv>, deps: EdgeDeps): Promise<Response> {
  c.header('pragma', 'no-cache')
  const form = await readForm(c)
  if (!form.ok) return answerOAuthError(c, 'invalid_request', 'Send a form of at most 16 kB')
  const client = await readClient(c, deps, form.value)
  if (!client.ok) return answerOAuthError(c, 'invalid_client', 'Unknown client, or a wrong secret')
  switch (form.value.get('grant_type')) {
    case 'authorization_code':
      return exchangeCode(c, deps, client.value, form.value)
    case 'refresh_token':
      return exchangeRefresh(c, deps, client.value, form.value)
    default:
      return answerOAuthError(c, 'unsupported_grant_type', 'authorization_code or refresh_token')
  }
}

async function exchangeCode(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  client: ClientOfWebsite,
  form: URLSearchParams,
) {
  const code = await openCode(deps, form.get('code') ?? '')
  const isFor =
    code?.clientId === client.id &&
    code.redirectUri === form.get('redirect_uri') &&
    code.codeChallenge === (await challengeOf(form.get('code_verifier') ?? ''))
  const refuseCode = () =>
    answerOAuthError(c, 'invalid_grant', 'The code is used, too old, or not for this request')
  if (!code || !isFor) return refuseCode()
  const isOffline = code.scope.split(' ').includes('offline_access')
  const { id, clientId, userId, sessionId, scope } = code
  const authenticatedAt = new Date(code.authenticatedAt)
  const endsAt = new Date(deps.now().getTime() + (isOffline ? refreshSeconds : accessTokenSeconds) * 1000)
  const begun = await beginOidcAuthorization({
    deps,
    code: { id, clientId, userId, sessionId, scope, authenticatedAt, endsAt },
  })
  if (!begun.ok) return refuseCode()
  const authorization = { id, clientId, userId, scope, authenticatedAt, refreshGeneration: 0 }
  return answerTokens(c, deps, { client, authorization, isOffline, nonce: code.nonce })
}

async function exchangeRefresh(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  client: ClientOfWebsite,
  form: URLSearchParams,
) {
  const refresh = await openRefresh(deps, form.get('refresh_token') ?? '')
  const refuseRefresh = () =>
    answerOAuthError(c, 'invalid_grant', 'The refresh token is used, revoked or not this client’s')
  if (refresh?.clientId !== client.id) return refuseRefresh()
  const endsAt = new Date(deps.now().getTime() + refreshSeconds * 1000)
  const refreshed = await refreshOidcAuthorization({ deps, refresh, endsAt })
  if (!refreshed.ok) return refuseRefresh()
  return answerTokens(c, deps, { client, authorization: refreshed.value, isOffline: true, nonce: null })
}

type Granted = Pick<
  OidcAuthorization,
  'id' | 'clientId' | 'userId' | 'scope' | 'authenticatedAt' | 'refreshGeneration'
>

async function answerTokens(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  granted: { client: ClientOfWebsite; authorization: Granted; isOffline: boolean; nonce: string | null },
) {
  const { client, authorization, isOffline, nonce } = granted
  const { id, userId, scope } = authorization
  const access = await readWebsiteAccess({ deps, websiteId: client.websiteId, subject: { userId } })
  if (!access) return answerOAuthError(c, 'invalid_grant', 'The person is gone')
  const common = { sub: userId, aud: client.id, sid: id }
  const { idToken, accessToken } = await signTokens(deps, {
    idToken: {
      ...claimsOf(access, scope),
      ...common,
      auth_time: Math.floor(authorization.authenticatedAt.getTime() / 1000),
      ...(nonce === null ? {} : { nonce }),
    },
    // Names and addresses stay out of what travels with every request.
    accessToken: { ...claimsOf(access, 'openid'), ...common, client_id: client.id, scope, jti: deps.newId() },
  })
  const refreshToken = isOffline
    ? await sealRefresh(deps, { id, clientId: client.id, generation: authorization.refreshGeneration })
    : null
  return c.json({
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: accessTokenSeconds,
    id_token: idToken,
    scope,
    ...(refreshToken === null ? {} : { refresh_token: refreshToken }),
  })
}

/** RFC 7009: a refresh token ends, and what came with it. Anything else is no longer of use, which is what was asked for. */
export async function answerRevoke(c: Context<EdgeEnv>, deps: EdgeDeps): Promise<Response> {
  const form = await readForm(c)
  if (!form.ok) return answerOAuthError(c, 'invalid_request', 'Send a form of at most 16 kB')
  const client = await readClient(c, deps, form.value)
  if (!client.ok) return answerOAuthError(c, 'invalid_client', 'Unknown client, or a wrong secret')
  const refresh = await openRefresh(deps, form.value.get('token') ?? '')
  if (refresh?.clientId === client.value.id) await endOidcAuthorization({ deps, authorization: refresh })
  return c.body(null, 200)
}

async function challengeOf(verifier: string): Promise<string> {
  if (!/^[\w.~-]{43,128}$/.test(verifier)) return ''
  return toBase64Url(
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))),
  )
}
