import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { fullName, normaliseEmailAddress, readEmailAddress, refuse } from '@usher/domain'
import type { InvitationPreview } from '@usher/services'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import type { CarriedInvitation, PendingPerson } from '../flow/flow.ts'
import { writeFlow } from '../flow/flow-cookie.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import { requestEmailCode, signInWithEmailCode } from '../identity/email-codes.ts'
import type { Visitor } from '../identity/identity.ts'
import { problemOfPassword } from '../identity/new-password.ts'
import { readLogin } from '../identity/read-login.ts'
import { signInWithPasskey } from '../identity/sign-in-with-passkey.ts'
import { takeSecondStep } from '../identity/second-step.ts'
import { signInWithPassword } from '../identity/sign-in-with-password.ts'
import { hashNewPassword, signUp } from '../identity/sign-up.ts'
import type { Problem } from '../pages/fields.tsx'
import type { Way } from '../pages/ways-in.tsx'
import { textsOfInvitation } from '../texts/choose.ts'
import { answerClosed } from './answer-closed.tsx'
import { askForNewLink, decline } from './replies.tsx'
import { sendSecondStepAgain, showSecondStep } from './show-second-step.tsx'
import { showConfirmAddress } from './show-confirm-address.tsx'
import { showCheckEmail } from './show-check-email.tsx'

/** Where somebody is with an invitation when they post a form. */
export type At = {
  preview: InvitationPreview
  visitor: Visitor | null
  carried: CarriedInvitation
  isInCookie: boolean
  pending: PendingPerson | null
}

/** Who is signed in after the step and goes on to redeem, what is wrong with the form, or an answer of its own. */
export type StepResult =
  | { visitor: Visitor; isNew?: boolean }
  | { problem: Problem & { way: Way | null }; status: ContentfulStatusCode; email?: string | null }
  | { response: Response }
export type Step = (c: Context<EdgeEnv>, edge: Edge, form: URLSearchParams, at: At) => Promise<StepResult>

const accept: Step = async (c, { deps }, form, { preview, visitor, carried }) => {
  if (!visitor) {
    await writeFlow(c, deps, { invitation: carried, pending: null })
    return { response: c.redirect('/redeem/offer', 303) }
  }
  return problemOfTerms(form, preview, null) ?? { visitor }
}

const create: Step = async (c, edge, form, at) => {
  const { settings } = at.preview.website
  if (!settings.localSignInEnabled || !settings.registrationEnabled) return unreadable(c)
  const email = readEmailAddress(form.get('email') ?? '')
  if (!email) return problem('email_invalid', 'create', 400, form.get('email'))
  const password = form.get('password') ?? ''
  const wrong = problemOfPassword(password, settings.passwordMinimumLength)
  if (wrong) return problem(wrong, 'create', 400, email)
  const disagreed = problemOfTerms(form, at.preview, 'create')
  if (disagreed) return { ...disagreed, email }

  const remember = settings.rememberMeEnabled && form.has('remember')
  const proven = at.preview.recipient?.email
  if (proven && normaliseEmailAddress(proven) === normaliseEmailAddress(email)) {
    const name = fullName(at.preview.recipient ?? { firstName: null, lastName: null })
    const signedUp = await signUp(c, edge.deps, edge.identity, { email, name, password, remember })
    if (signedUp.ok) return signedUp.value
    if (signedUp.refusal === 'too_many_attempts') return problem(signedUp, 'create', 429, email)
    // Whoever gives the right password of the account that is there already has signed in.
    const signedIn = await signInWithPassword(c, edge.deps, edge.identity, {
      email,
      password,
      remember,
      lockoutAfterFailures: settings.lockoutAfterFailures,
    })
    if (signedIn.ok) return signedIn.value
    if (signedIn.refusal === 'second_step') return toSecondStep(c, edge, at)
    return problem('account_exists', 'sign_in', 400, email)
  }

  const hashed = await hashNewPassword(c, edge.deps, edge.identity, password)
  if (!hashed.ok) return problem(hashed, 'create', 429, email)
  return mailCode(c, edge, at, 'create', {
    email,
    name: readName(form),
    passwordHash: hashed.value,
    remember,
  })
}

const signIn: Step = async (c, edge, form, at) => {
  const { settings } = at.preview.website
  if (!settings.localSignInEnabled) return unreadable(c)
  if (form.has('forgotten')) {
    await writeFlow(c, edge.deps, { invitation: at.carried, pending: null })
    return { response: c.redirect('/forgot-password', 303) }
  }
  const typed = form.get('email') ?? ''
  const email = await readLogin(edge.deps, typed, settings)
  if (!email)
    return problem(settings.usernameEnabled ? 'login_invalid' : 'email_invalid', 'sign_in', 400, typed)
  const disagreed = problemOfTerms(form, at.preview, 'sign_in')
  if (disagreed) return { ...disagreed, email: typed }
  const signedIn = await signInWithPassword(c, edge.deps, edge.identity, {
    email,
    password: form.get('password') ?? '',
    remember: settings.rememberMeEnabled && form.has('remember'),
    lockoutAfterFailures: settings.lockoutAfterFailures,
  })
  if (signedIn.ok) return signedIn.value
  if (signedIn.refusal === 'second_step') return toSecondStep(c, edge, at)
  return signedIn.refusal === 'wrong_credentials'
    ? problem('wrong_credentials', 'sign_in', 401, typed)
    : problem({ ...signedIn, kind: 'locked_out' }, 'sign_in', 429, typed)
}

const passkey: Step = async (c, edge, form, { preview }) => {
  if (!preview.website.settings.passkeyEnabled) return unreadable(c)
  const signedIn = await signInWithPasskey(c, edge.deps, edge.identity, form.get('response') ?? '')
  if (!signedIn.ok) return problem(signedIn.refusal, null, 400)
  // Terms are agreed to on the page that shows them.
  return preview.website.settings.termsText.trim()
    ? { response: c.redirect('/redeem/offer', 303) }
    : signedIn.value
}

const secondStep: Step = async (c, edge, form, at) => {
  const taken = await takeSecondStep(c, edge.deps, edge.identity, form.get('otp') ?? '')
  if (taken.ok) return taken.value
  if (taken.refusal === 'session_over') return problem('session_over', null, 400)
  return {
    response: await showSecondStep(c, edge, {
      brand: at.preview.website,
      refused: { ...taken, refusal: taken.refusal },
    }),
  }
}

const secondStepAgain: Step = async (c, edge, _, at) => {
  const sent = await sendSecondStepAgain(c, edge)
  return sent ? { response: c.redirect('/redeem/second-step', 303) } : toSecondStep(c, edge, at)
}

const confirmAddress: Step = async (c, edge, form, at) => {
  const { pending, carried } = at
  if (!pending?.external) return problem('session_over', null, 400)
  const email = readEmailAddress(form.get('email') ?? '')
  if (!email) {
    const typed = { ...pending, email: form.get('email') ?? '' }
    return {
      response: await showConfirmAddress(c, edge, {
        brand: at.preview.website,
        pending: typed,
        problem: { kind: 'email_invalid' },
      }),
    }
  }
  return mailCode(c, edge, { ...at, carried }, 'email_code', { ...pending, email })
}

const toSecondStep = async (c: Context<EdgeEnv>, { deps }: Edge, { carried }: At): Promise<StepResult> => {
  await writeFlow(c, deps, { invitation: carried, pending: null })
  return { response: c.redirect('/redeem/second-step', 303) }
}

const emailCode: Step = async (c, edge, form, at) => {
  const { settings } = at.preview.website
  const email = readEmailAddress(form.get('email') ?? '')
  // Who is signed in and has to confirm their address may, even where codes are no way to sign in.
  if (!settings.emailCodeEnabled && at.visitor?.email !== email) return unreadable(c)
  if (!email) return problem('email_invalid', 'email_code', 400, form.get('email'))
  const disagreed = problemOfTerms(form, at.preview, 'email_code')
  if (disagreed) return { ...disagreed, email }
  return mailCode(c, edge, at, 'email_code', {
    email,
    name: readName(form) ?? nameOfRecipient(at.preview, email),
    passwordHash: null,
    remember: settings.rememberMeEnabled,
  })
}

const resend: Step = async (c, edge, _, at) => {
  if (!at.pending) return problem('session_over', null, 400)
  return mailCode(c, edge, at, 'email_code', at.pending, '/redeem/check-email?again=1')
}

const verify: Step = async (c, edge, form, at) => {
  const { preview, pending } = at
  if (!pending) return problem('session_over', null, 400)
  const signedIn = await signInWithEmailCode(c, edge.deps, edge.identity, {
    ...pending,
    code: form.get('otp') ?? '',
  })
  if (signedIn.ok) return signedIn.value
  if (signedIn.refusal === 'second_step') return toSecondStep(c, edge, at)
  const isWrong = signedIn.refusal === 'wrong_email_code'
  return {
    response: await showCheckEmail(c, {
      brand: preview.website,
      texts: textsOfInvitation(c, preview),
      email: pending.email,
      problem: { kind: signedIn.refusal, wait: signedIn.retryAfterSeconds },
      status: isWrong ? 400 : 429,
    }),
  }
}

/** Nobody makes an account, or is mailed, for an invitation that is closed. */
const whileOpen =
  (step: Step): Step =>
  async (c, edge, form, at) => {
    const { preview, visitor } = at
    return preview.refusal
      ? { response: await answerClosed(c, preview, preview.refusal, { visitor, carried: at.carried }) }
      : step(c, edge, form, at)
  }

const steps = new Map<string, Step>([
  ['accept', accept],
  ['create', whileOpen(create)],
  ['sign_in', whileOpen(signIn)],
  ['email_code', whileOpen(emailCode)],
  ['resend', whileOpen(resend)],
  ['verify', whileOpen(verify)],
  ['passkey', whileOpen(passkey)],
  ['second_step', whileOpen(secondStep)],
  ['second_step_again', whileOpen(secondStepAgain)],
  ['confirm_address', whileOpen(confirmAddress)],
  ['new_link', askForNewLink],
  ['decline', whileOpen(decline)],
])
export const stepOf = (intent: string): Step | undefined => steps.get(intent)

async function mailCode(
  c: Context<EdgeEnv>,
  edge: Edge,
  { preview, carried }: At,
  way: Way,
  pending: PendingPerson,
  next = '/redeem/check-email',
): Promise<StepResult> {
  const { id, locale, settings } = preview.website
  const requested = await requestEmailCode(c, edge.deps, edge.identity, {
    email: pending.email,
    invitation: carried,
    website: { id, locale, registrationEnabled: settings.registrationEnabled },
  })
  if (!requested.ok) return problem(requested, way, 429, pending.email)
  await writeFlow(c, edge.deps, { invitation: carried, pending: { external: null, ...pending } })
  return { response: c.redirect(next, 303) }
}

function problem(
  what: Problem['kind'] | { refusal: string; kind?: Problem['kind']; retryAfterSeconds?: number },
  way: Way | null,
  status: ContentfulStatusCode,
  email?: string | null,
): StepResult {
  const said: Problem =
    typeof what === 'string'
      ? { kind: what }
      : { kind: what.kind ?? 'too_many_attempts', wait: what.retryAfterSeconds }
  return { problem: { ...said, way }, status, email: email ?? null }
}

function problemOfTerms(form: URLSearchParams, { website }: InvitationPreview, way: Way | null) {
  if (!website.settings.termsText.trim() || form.has('terms')) return null
  return { problem: { kind: 'terms_not_agreed' as const, way }, status: 400 as const }
}

const unreadable = async (c: Context<EdgeEnv>): Promise<StepResult> => ({
  response: await answerRefusal(c, refuse('invalid_request')),
})

const readName = (form: URLSearchParams): string | null =>
  form.get('name')?.replace(/\s+/g, ' ').trim().slice(0, 200) || null

const nameOfRecipient = ({ recipient }: InvitationPreview, email: string): string | null =>
  recipient?.email && normaliseEmailAddress(recipient.email) === normaliseEmailAddress(email)
    ? fullName(recipient)
    : null
