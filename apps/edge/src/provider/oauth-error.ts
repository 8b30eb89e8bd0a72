import type { Context } from 'hono'
import type { EdgeEnv } from '../edge-deps.ts'

export type OAuthError =
  'invalid_request' | 'invalid_client' | 'invalid_grant' | 'unsupported_grant_type' | 'invalid_token'

/** A "no" to a program, as OAuth words it (RFC 6749 5.2, RFC 6750 3.1). */
export function answerOAuthError(c: Context<EdgeEnv>, error: OAuthError, description: string): Response {
  const status = error === 'invalid_client' || error === 'invalid_token' ? 401 : 400
  if (error === 'invalid_client') c.header('www-authenticate', 'Basic realm="usher"')
  if (error === 'invalid_token')
    c.header('www-authenticate', `Bearer error="invalid_token", error_description="${description}"`)
  return c.json({ error, error_description: description }, status)
}
