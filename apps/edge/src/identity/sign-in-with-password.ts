import { normaliseEmailAddress, ok, type Result, refuse } from '@usher/domain'
import type { Context } from 'hono'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { isRefusedBy } from './api-error.ts'
import { endPreviousSession } from './end-session.ts'
import { authHeaders, forwardCookies, type Identity, type SignedIn, toVisitor } from './identity.ts'
import { needsSecondStep } from './second-step.ts'

export type Password = {
  /** As `readLogin` has it. */
  email: string
  password: string
  remember: boolean
  lockoutAfterFailures: number
}

/**
 * Signs in with a password. The same answer, after the same time, whether the address is unknown or the password wrong.
 * Refuses `wrong_credentials`, `too_many_attempts` while the account is locked, and `second_step` when one follows.
 */
export async function signInWithPassword(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  identity: Identity,
  { email, password, remember, lockoutAfterFailures }: Password,
): Promise<Result<SignedIn, 'wrong_credentials' | 'too_many_attempts' | 'second_step'>> {
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
    await identity.limits.forgetPasswords(address)
    const { user } = response
    const first = { userId: user.id, email: user.email, remember, by: 'password' } as const
    if (await needsSecondStep(c, deps, identity, first)) {
      // Nobody has been given this session yet.
      await auth.api.endSession({ body: { token: response.token } })
      return refuse('second_step')
    }
    await endPreviousSession(c, deps, identity)
    forwardCookies(c, headers)
    return ok({ visitor: toVisitor(user), token: headers.get('set-auth-token'), isNew: false })
  } catch (error) {
    if (isRefusedBy(error, 400, 401)) return refuse('wrong_credentials')
    throw error
  }
}
