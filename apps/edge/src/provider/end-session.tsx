import { endOidcAuthorizationsOfSession, findOidcClientById } from '@usher/services'
import type { Context } from 'hono'
import type { Edge } from '../edge.ts'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { signOut } from '../identity/end-session.ts'
import { showProblem, showSignOut } from './pages.tsx'
import { readSession } from './session.ts'
import { readIdTokenHint } from './signed-tokens.ts'

/** RP-Initiated Logout 1.0: asks whether to sign out here as well, for a link from elsewhere must not do it. */
export async function showEndSession(
  c: Context<EdgeEnv>,
  edge: Edge,
  params: URLSearchParams,
): Promise<Response> {
  const asked = await readEndSession(edge.deps, params)
  if (!asked) return showProblem(c, 'unknown_address')
  const signedIn = await readSession(c, edge)
  if (!signedIn) return c.redirect(leaveFor(asked), 303)
  return showSignOut(c, { ...asked, visitor: signedIn.visitor })
}

/** They said so on our page. */
export async function endSession(
  c: Context<EdgeEnv>,
  edge: Edge,
  params: URLSearchParams,
): Promise<Response> {
  const { deps, identity, submissions } = edge
  const asked = await readEndSession(deps, params)
  if (!asked) return showProblem(c, 'unknown_address')
  const signedIn = await readSession(c, edge)
  if (signedIn) {
    const { sessionId, visitor } = signedIn
    await endOidcAuthorizationsOfSession({ deps, session: { sessionId, userId: visitor.userId } })
    await signOut(c, identity)
    submissions.forget()
  }
  return c.redirect(leaveFor(asked), 303)
}

/** `null`: the address to go to is not one of the application's. */
async function readEndSession(deps: EdgeDeps, params: URLSearchParams) {
  const hint = params.get('id_token_hint')
  const clientId =
    params.get('client_id') ?? (hint ? (await readIdTokenHint(deps, hint))?.clientId : null) ?? ''
  const client = await findOidcClientById({ deps, id: clientId })
  const target = params.get('post_logout_redirect_uri')
  if (target !== null && !client?.postLogoutRedirectUris.includes(target)) return null
  return { client, target, state: params.get('state') }
}

function leaveFor({ target, state }: { target: string | null; state: string | null }): string {
  if (target === null) return '/'
  const url = new URL(target)
  if (state !== null) url.searchParams.set('state', state)
  return url.href
}
