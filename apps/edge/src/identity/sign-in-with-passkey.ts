import { ok, type Result, refuse } from '@usher/domain'
import type { Context } from 'hono'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { isRefusedBy } from './api-error.ts'
import { endPreviousSession } from './end-session.ts'
import { authHeaders, forwardCookies, type Identity, type SignedIn, toVisitor } from './identity.ts'

/** Signs in with what a device has answered to our challenge, as JSON. Refuses `passkey_failed`. */
export async function signInWithPasskey(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  identity: Identity,
  text: string,
): Promise<Result<SignedIn, 'passkey_failed'>> {
  const answer = readPasskeyAnswer(text)
  if (!answer) return refuse('passkey_failed')
  const auth = await identity.auth()
  try {
    const { headers, response } = await auth.api.verifyPasskeyAuthentication({
      // The library judges every part of it.
      body: { response: answer as never },
      headers: authHeaders(c),
      returnHeaders: true,
    })
    await endPreviousSession(c, deps, identity)
    forwardCookies(c, headers)
    return ok({ visitor: toVisitor(response.user), token: headers.get('set-auth-token'), isNew: false })
  } catch (error) {
    if (isRefusedBy(error, 400, 401)) return refuse('passkey_failed')
    throw error
  }
}

/** A JSON object, or `null`; what is in it is for the library to judge. */
export function readPasskeyAnswer(text: string): Record<string, unknown> | null {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? { ...answer } : null
  } catch {
    return null
  }
}
