import { normaliseEmailAddress, ok, type Result, refuse } from '@usher/domain'
import { inviteeExists, linkIdentity, mayReceiveEmailCode, queueEmailCode } from '@usher/services'
import type { Context } from 'hono'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import type { CarriedInvitation, PendingPerson } from '../flow/flow.ts'
import { describeError } from '../http/describe-error.ts'
import { isRefusedBy } from './api-error.ts'
import { beginSession } from './begin-session.ts'
import { endPreviousSession } from './end-session.ts'
import { decoyHeader } from './headers.ts'
import { authHeaders, forwardCookies, type Identity, type SignedIn, toVisitor } from './identity.ts'
import { needsSecondStep } from './second-step.ts'

export type EmailCodeRequest = {
  email: string
  invitation: CarriedInvitation | null
  website: { id: string; locale: string; registrationEnabled: boolean } | null
  /** Whoever reads the mailbox may become known here, without an invitation. */
  isOpen?: boolean
}

/**
 * Mails a six-digit code to whoever may have one. Everybody gets the same answer after the same time: who is a stranger
 * is found out after the answer. Refuses `too_many_attempts`.
 */
export async function requestEmailCode(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  identity: Identity,
  request: EmailCodeRequest,
): Promise<Result<null, 'too_many_attempts'>> {
  const email = normaliseEmailAddress(request.email)
  const counted = await identity.limits.countEmailCode({ email, clientAddress: c.var.clientAddress })
  if (!counted.ok) return counted
  const { requestId } = c.var
  deps.inBackground(
    mailCode(deps, identity, { ...request, email }).catch((error: unknown) =>
      deps.log('error', 'email_code_not_queued', { requestId, ...describeError(error) }),
    ),
  )
  return ok(null)
}

async function mailCode(
  deps: EdgeDeps,
  identity: Identity,
  { email, invitation, website, isOpen = false }: EmailCodeRequest,
) {
  const may = await mayReceiveEmailCode({
    deps,
    input: { email, invitation, registrationEnabled: website?.registrationEnabled ?? false, isOpen },
  })
  const auth = await identity.auth()
  await auth.api.dropEmailCodes({ body: { email } })
  const code = await auth.api.createVerificationOTP({
    body: { email, type: 'sign-in' },
    headers: new Headers(may ? {} : { [decoyHeader]: '1' }),
  })
  if (!may) return
  await queueEmailCode({
    deps,
    input: { address: email, code, websiteId: website?.id ?? null, locale: website?.locale ?? null },
  })
}

/** Six digits as people type them: `123 456`, `123-456`, full-width digits. `null` when it is something else. */
export function readEmailCode(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/[\s-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}

/**
 * Signs in with a mailed code; who signs in for the first time is created, with the password they chose, if any. An
 * account at an identity provider that waits for this proof is theirs from here on.
 * Refuses `wrong_email_code` alike for a wrong, a used and an expired code, and for one that was never mailed;
 * `second_step` when one follows.
 */
export async function signInWithEmailCode(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  identity: Identity,
  person: PendingPerson & { code: string },
): Promise<Result<SignedIn, 'wrong_email_code' | 'too_many_attempts' | 'second_step'>> {
  const email = normaliseEmailAddress(person.email)
  const counted = await identity.limits.countEmailCodeTry({ email, clientAddress: c.var.clientAddress })
  if (!counted.ok) return counted
  const code = readEmailCode(person.code)
  if (!code) return refuse('wrong_email_code')
  const isNew = !(await inviteeExists({ deps, input: { email } }))
  const auth = await identity.auth()
  try {
    const { headers, response } = await auth.api.signInEmailOTP({
      body: { email, otp: code, name: person.name ?? '' },
      headers: authHeaders(c),
      returnHeaders: true,
    })
    const { user, token } = response
    const { remember, external } = person
    await identity.limits.forgetEmailCodeTries(email)
    // Whoever had an account before keeps the password it has: a code signs in, it does not change anything.
    if (isNew && person.passwordHash) {
      await auth.api.setFirstPassword({ body: { userId: user.id, passwordHash: person.passwordHash } })
    }
    if (external) {
      await auth.api.endSession({ body: { token } })
      await linkIdentity({ deps, input: { userId: user.id, ...external } })
      const { providerId: signedInWith } = external
      const signedIn = await beginSession(c, deps, identity, { userId: user.id, remember, signedInWith })
      return signedIn ? ok({ ...signedIn, isNew }) : refuse('wrong_email_code')
    }
    const first = { userId: user.id, email, remember, by: 'email_code' } as const
    if (await needsSecondStep(c, deps, identity, first)) {
      await auth.api.endSession({ body: { token } })
      return refuse('second_step')
    }
    await endPreviousSession(c, deps, identity)
    forwardCookies(c, headers, { isBrief: !remember })
    return ok({ visitor: toVisitor(user), token: headers.get('set-auth-token'), isNew })
  } catch (error) {
    if (isRefusedBy(error, 400, 403)) return refuse('wrong_email_code')
    throw error
  }
}
