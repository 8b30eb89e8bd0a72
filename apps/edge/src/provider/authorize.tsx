import type { Context } from 'hono'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import { writeFlow } from '../flow/flow-cookie.ts'
import { presentInvitation } from '../invitation/present.ts'
import { showConsent, showProblem, showSignInAgain } from './pages.tsx'
import { endPendingRequest, writePendingRequest } from './pending-request.ts'
import { type AuthorizationRequest, backTo, readAuthorizationRequest } from './read-request.ts'
import { sealCode } from './sealed-tokens.ts'
import { readSession, type SignedIn } from './session.ts'

/** What happened since the website asked: when that was, and whether its visitor agreed. */
export type Progress = { startedAt: number; hasAgreed: boolean }

/**
 * Answers a website's request: back with a code when its visitor is in and nothing is left to ask; else to the page that
 * comes next, from where they come back here. Writes nothing but cookies: codes are sealed, not stored.
 */
export async function authorize(
  c: Context<EdgeEnv>,
  edge: Edge,
  params: URLSearchParams,
  progress: Progress = { startedAt: edge.deps.now().getTime(), hasAgreed: false },
): Promise<Response> {
  const { deps } = edge
  const read = await readAuthorizationRequest(deps, params)
  if (!read.ok && read.to === null) return showProblem(c, read.problem)
  if (!read.ok) {
    const { to, error, description } = read
    return c.redirect(backTo(deps.origin, to, { error, error_description: description }), 303)
  }
  const { request } = read
  const next = await nextStep(c, edge, request, progress)
  if (next.kind === 'done') {
    endPendingRequest(c, deps)
    return c.redirect(
      backTo(deps.origin, request, { code: await codeFor(edge, request, next.signedIn) }),
      303,
    )
  }
  if (request.prompt.includes('none')) {
    return c.redirect(backTo(deps.origin, request, { error: silentErrors[next.kind] }), 303)
  }
  if (!(await writePendingRequest(c, deps, params, progress.startedAt))) {
    const error = { error: 'invalid_request', error_description: 'The request is too long' }
    return c.redirect(backTo(deps.origin, request, error), 303)
  }
  switch (next.kind) {
    case 'redeem':
      await writeFlow(c, deps, {
        invitation: { ...next.invitation, returnUrl: null, hasAccount: false },
        pending: null,
      })
      return c.redirect('/redeem/offer', 303)
    case 'sign_in':
      return c.redirect('/sign-in', 303)
    case 'sign_in_again':
      return showSignInAgain(c, { client: request.client, visitor: next.signedIn.visitor })
    case 'consent':
      return showConsent(c, { ...request, visitor: next.signedIn.visitor })
  }
}

type Next =
  | { kind: 'sign_in' }
  | { kind: 'redeem'; invitation: NonNullable<AuthorizationRequest['invitation']> }
  | { kind: 'sign_in_again' | 'consent' | 'done'; signedIn: SignedIn }

/** What a website that wants no page shown is told instead (OpenID Connect Core 3.1.2.6). */
const silentErrors = {
  sign_in: 'login_required',
  sign_in_again: 'login_required',
  redeem: 'interaction_required',
  consent: 'consent_required',
} as const

async function nextStep(
  c: Context<EdgeEnv>,
  edge: Edge,
  request: AuthorizationRequest,
  progress: Progress,
): Promise<Next> {
  const { invitation, client, prompt } = request
  const signedIn = await readSession(c, edge)
  if (invitation && !(await hasRedeemed(c, edge, invitation, signedIn))) return { kind: 'redeem', invitation }
  if (!signedIn) return { kind: 'sign_in' }
  if (isTooOld(request, signedIn, progress)) return { kind: 'sign_in_again', signedIn }
  const mustAgree = client.asksConsent || prompt.includes('consent')
  return { kind: mustAgree && !progress.hasAgreed ? 'consent' : 'done', signedIn }
}

/** They have it already: there is nothing to be asked. */
async function hasRedeemed(
  c: Context<EdgeEnv>,
  edge: Edge,
  invitation: NonNullable<AuthorizationRequest['invitation']>,
  signedIn: SignedIn | null,
): Promise<boolean> {
  if (!signedIn) return false
  const presented = await presentInvitation(c, edge, invitation, {
    mayWrite: false,
    visitor: signedIn.visitor,
  })
  return presented.ok && presented.preview.asker?.hasRedeemed === true
}

function isTooOld(
  { prompt, maximumAgeSeconds }: AuthorizationRequest,
  { since }: SignedIn,
  { startedAt }: Progress,
): boolean {
  if (prompt.includes('login') && since.getTime() < startedAt) return true
  return maximumAgeSeconds !== null && since.getTime() + maximumAgeSeconds * 1000 < startedAt
}

const codeFor = (
  { deps }: Edge,
  { client, redirectUri, codeChallenge, nonce, scope }: AuthorizationRequest,
  { visitor, sessionId, since }: SignedIn,
): Promise<string> =>
  sealCode(deps, {
    clientId: client.id,
    userId: visitor.userId,
    sessionId,
    redirectUri,
    codeChallenge,
    nonce,
    scope,
    authenticatedAt: since.getTime(),
  })
