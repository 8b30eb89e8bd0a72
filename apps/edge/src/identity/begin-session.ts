import type { Context } from 'hono'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { endPreviousSession } from './end-session.ts'
import { authHeaders, forwardCookies, type Identity, type SignedIn, toVisitor } from './identity.ts'

/** Signs in somebody whose identity is proven; a session that the browser brought ends. `null`: they are gone. */
export async function beginSession(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  identity: Identity,
  person: { userId: string; remember: boolean; signedInWith: string | null },
): Promise<SignedIn | null> {
  const auth = await identity.auth()
  const { headers, response } = await auth.api.beginSession({
    body: person,
    headers: authHeaders(c),
    returnHeaders: true,
  })
  if (!response.user) return null
  await endPreviousSession(c, deps, identity)
  forwardCookies(c, headers, { isBrief: !person.remember })
  return {
    visitor: toVisitor(response.user, person),
    token: headers.get('set-auth-token'),
    isNew: false,
  }
}
