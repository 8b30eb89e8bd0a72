import { normaliseEmailAddress, ok, type Result, refuse } from '@usher/domain'
import type { Context } from 'hono'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { isRefusedBy } from './api-error.ts'
import { endPreviousSession } from './end-session.ts'
import { authHeaders, forwardCookies, type Identity, toVisitor, type Visitor } from './identity.ts'

export type Password = { email: string; password: string; remember: boolean; lockoutAfterFailures: number }

/**
 * Signs in with a password. The same answer, after the same time, whether the address is unknown or the password wrong.
 * Refuses `wrong_credentials`, or `too_many_attempts` while the account is locked.
 */
export async function signInWithPassword(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  identity: Identity,
  { email, password, remember, lockoutAfterFailures }: Password,
): Promise<Result<{ visitor: Visitor; token: string | null }, 'wrong_credentials' | 'too_many_attempts'>> {
  const address = normaliseEmailAddress(email)
  const counted = await identity.limits.countPassword(
    { email: address, clientAddress: c.var.clientAddress },
    lockoutAfterFailures,
  )
  if (!counted.ok) return counted
  const auth = await identity.auth()
  try {
    const { headers, response } = await auth.api.signInEmail({
      body: { email: address, password, rememberMe: remember },
      headers: authHeaders(c),
      returnHeaders: true,
    })
    await endPreviousSession(c, deps, identity)
    await identity.limits.forgetPasswords(address)
    forwardCookies(c, headers)
    return ok({ visitor: toVisitor(response.user), token: headers.get('set-auth-token') })
  } catch (error) {
    if (isRefusedBy(error, 400, 401)) return refuse('wrong_credentials')
    throw error
  }
}
