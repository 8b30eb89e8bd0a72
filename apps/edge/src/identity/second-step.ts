import { ok, type Result, refuse } from '@usher/domain'
import { queueEmailCode, readSecondFactor } from '@usher/services'
import type { Context } from 'hono'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import {
  endSecondStep,
  readSecondStep,
  type SecondStep,
  writeSecondStep,
} from '../flow/second-step-cookie.ts'
import { describeError } from '../http/describe-error.ts'
import { isRefusedBy } from './api-error.ts'
import { checkSecondFactor } from './authenticator-app.ts'
import { beginSession } from './begin-session.ts'
import { readEmailCode } from './email-codes.ts'
import { authHeaders, forwardCookies, type Identity, type SignedIn, toVisitor } from './identity.ts'
import { endPreviousSession } from './end-session.ts'

/**
 * Whether a second step follows this first one; if so, the browser keeps who it is for, and a code is mailed where that
 * is the step. After an e-mailed code no other one is mailed: it would prove the same thing twice.
 */
export async function needsSecondStep(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  identity: Identity,
  first: { userId: string; email: string; remember: boolean; by: 'password' | 'email_code' },
): Promise<boolean> {
  const factor = await readSecondFactor({ deps, userId: first.userId })
  if (!factor || (factor.kind === 'email' && first.by === 'email_code')) return false
  const { userId, email, remember } = first
  const step = { userId, email, remember, kind: factor.kind }
  await writeSecondStep(c, deps, step)
  if (step.kind === 'email') mailSecondStep(c, deps, identity, step)
  return true
}

/** Mails the code of the second step; after the answer, like every other code. */
export function mailSecondStep(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  identity: Identity,
  { email }: SecondStep,
): void {
  const { requestId } = c.var
  const mail = async () => {
    const auth = await identity.auth()
    await auth.api.dropEmailCodes({ body: { email } })
    const code = await auth.api.createVerificationOTP({ body: { email, type: 'sign-in' } })
    await queueEmailCode({ deps, input: { address: email, code, websiteId: null, locale: null } })
  }
  deps.inBackground(
    mail().catch((error: unknown) =>
      deps.log('error', 'email_code_not_queued', { requestId, ...describeError(error) }),
    ),
  )
}

/** The second step: a code of the app, of the mail, or a recovery code. */
export async function takeSecondStep(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  identity: Identity,
  code: string,
): Promise<Result<SignedIn, 'wrong_second_step' | 'too_many_attempts' | 'session_over'>> {
  const step = await readSecondStep(c, deps)
  if (!step) return refuse('session_over')
  const { userId, remember } = step
  const counted = await identity.limits.countSecondStep({ userId, clientAddress: c.var.clientAddress })
  if (!counted.ok) return counted
  const signedIn =
    step.kind === 'email'
      ? await signInWithMailedCode(c, deps, identity, step, code)
      : (await checkSecondFactor(deps, { userId, code }))
        ? await beginSession(c, deps, identity, { userId, remember, signedInWith: null })
        : null
  if (!signedIn) return refuse('wrong_second_step')
  endSecondStep(c, deps)
  await identity.limits.forgetSecondSteps(userId)
  return ok(signedIn)
}

async function signInWithMailedCode(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  identity: Identity,
  { email, remember }: SecondStep,
  text: string,
): Promise<SignedIn | null> {
  const otp = readEmailCode(text)
  if (!otp) return null
  const auth = await identity.auth()
  try {
    const { headers, response } = await auth.api.signInEmailOTP({
      body: { email, otp },
      headers: authHeaders(c),
      returnHeaders: true,
    })
    await endPreviousSession(c, deps, identity)
    forwardCookies(c, headers, { isBrief: !remember })
    return { visitor: toVisitor(response.user), token: headers.get('set-auth-token'), isNew: false }
  } catch (error) {
    if (isRefusedBy(error, 400, 403)) return null
    throw error
  }
}
