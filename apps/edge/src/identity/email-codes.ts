import { normaliseEmailAddress, ok, type Result, refuse } from '@usher/domain'
import { inviteeExists, mayReceiveEmailCode, queueEmailCode } from '@usher/services'
import type { Context } from 'hono'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import type { CarriedInvitation, PendingPerson } from '../flow/flow.ts'
import { describeError } from '../http/describe-error.ts'
import { isRefusedBy } from './api-error.ts'
import { endPreviousSession } from './end-session.ts'
import { decoyHeader } from './headers.ts'
import { authHeaders, forwardCookies, type Identity, toVisitor, type Visitor } from './identity.ts'

export type EmailCodeRequest = {
  email: string
  invitation: CarriedInvitation | null
  website: { id: string; locale: string; registrationEnabled: boolean } | null
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
  { email, invitation, website }: EmailCodeRequest,
) {
  const may = await mayReceiveEmailCode({
    deps,
    input: { email, invitation, registrationEnabled: website?.registrationEnabled ?? false },
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
 * Signs in with a mailed code; who signs in for the first time is created, with the password they chose, if any.
 * Refuses `wrong_email_code` alike for a wrong, a used and an expired code, and for one that was never mailed.
 */
export async function signInWithEmailCode(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  identity: Identity,
  person: PendingPerson & { code: string },
): Promise<Result<{ visitor: Visitor; token: string | null }, 'wrong_email_code' | 'too_many_attempts'>> {
  const email = normaliseEmailAddress(person.email)
  const counted = await identity.limits.countEmailCodeTry({ email, clientAddress: c.var.clientAddress })
  if (!counted.ok) return counted
  const code = readEmailCode(person.code)
  if (!code) return refuse('wrong_email_code')
  // Whoever had an account before keeps the password it has: a code signs in, it does not change anything.
  const isNew = person.passwordHash !== null && !(await inviteeExists({ deps, input: { email } }))
  const auth = await identity.auth()
  try {
    const { headers, response } = await auth.api.signInEmailOTP({
      body: { email, otp: code, name: person.name ?? '' },
      headers: authHeaders(c),
      returnHeaders: true,
    })
    const { user } = response
    if (isNew && person.passwordHash) {
      await auth.api.setFirstPassword({ body: { userId: user.id, passwordHash: person.passwordHash } })
    }
    await endPreviousSession(c, deps, identity)
    await identity.limits.forgetEmailCodeTries(email)
    forwardCookies(c, headers, { isBrief: !person.remember })
    return ok({ visitor: toVisitor(user), token: headers.get('set-auth-token') })
  } catch (error) {
    if (isRefusedBy(error, 400, 403)) return refuse('wrong_email_code')
    throw error
  }
}
