import { findOidcClientById, findStandingOidcAuthorization, readWebsiteAccess } from '@usher/services'
import type { Context } from 'hono'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { claimsOf } from './claims.ts'
import { answerOAuthError } from './oauth-error.ts'
import { verifyAccessToken } from './signed-tokens.ts'

/** What the person behind an access token is to the website at this moment, whatever the token says. */
export async function answerUserinfo(c: Context<EdgeEnv>, deps: EdgeDeps): Promise<Response> {
  const [, token = ''] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? []
  if (!token) {
    c.header('www-authenticate', 'Bearer')
    return c.json({ error: 'invalid_request', error_description: 'Send the access token as a bearer' }, 401)
  }
  const verified = await verifyAccessToken(deps, token)
  const authorization =
    verified && (await findStandingOidcAuthorization({ deps, id: verified.authorizationId }))
  const client = authorization && (await findOidcClientById({ deps, id: authorization.clientId }))
  const access =
    client &&
    (await readWebsiteAccess({
      deps,
      websiteId: client.websiteId,
      subject: { userId: authorization.userId },
    }))
  if (!access) return answerOAuthError(c, 'invalid_token', 'The access token is over or was revoked')
  return c.json({ sub: authorization.userId, ...claimsOf(access, authorization.scope) })
}
