import { normaliseEmailAddress, ok, type Result, refuse } from '@usher/domain'
import { inviteeExists } from '@usher/services'
import type { Context } from 'hono'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { endPreviousSession } from './end-session.ts'
import { authHeaders, forwardCookies, type Identity, type SignedIn, toVisitor } from './identity.ts'

/**
 * Creates somebody with a password and signs them in. Only for an address that is proven: the mailed link proves it.
 * Refuses `account_exists`.
 */
export async function signUp(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  identity: Identity,
  person: { email: string; name: string; password: string; remember: boolean },
): Promise<Result<SignedIn, 'account_exists' | 'too_many_attempts'>> {
  const email = normaliseEmailAddress(person.email)
  if (await inviteeExists({ deps, input: { email } })) return refuse('account_exists')
  const hashed = await hashNewPassword(c, deps, identity, person.password)
  if (!hashed.ok) return hashed
  const auth = await identity.auth()
  try {
    const { headers, response } = await auth.api.createInvitee({
      body: { email, name: person.name, passwordHash: hashed.value, remember: person.remember },
      headers: authHeaders(c),
      returnHeaders: true,
    })
    await endPreviousSession(c, deps, identity)
    forwardCookies(c, headers)
    return ok({ visitor: toVisitor(response.user), token: headers.get('set-auth-token'), isNew: true })
  } catch (error) {
    // Somebody was quicker by a moment: most often a second click.
    if (await inviteeExists({ deps, input: { email } })) return refuse('account_exists')
    throw error
  }
}

/** Hashing costs a tenth of a second of a processor: it is counted, bounded, and happens outside any lock. */
export async function hashNewPassword(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  identity: Identity,
  password: string,
): Promise<Result<string, 'too_many_attempts'>> {
  const counted = await identity.limits.countSignUp(c.var.clientAddress)
  return counted.ok ? ok(await deps.hashPassword(password)) : counted
}
