import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { readEmailAddress, refuse } from '@usher/domain'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import { endFlow, readFlow, writeFlow } from '../flow/flow-cookie.ts'
import type { PendingPerson } from '../flow/flow.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import { readForm } from '../http/read-body.ts'
import { submissionOf } from '../http/same-submission.ts'
import { requestEmailCode, signInWithEmailCode } from '../identity/email-codes.ts'
import { signOut } from '../identity/end-session.ts'
import { readVisitor } from '../identity/read-visitor.ts'
import { readLogin } from '../identity/read-login.ts'
import { takeSecondStep } from '../identity/second-step.ts'
import { readSignInSettings, type SignInSettings } from '../identity/sign-in-settings.ts'
import { signInWithPasskey } from '../identity/sign-in-with-passkey.ts'
import { signInWithPassword } from '../identity/sign-in-with-password.ts'
import { showCheckEmail } from '../invitation/show-check-email.tsx'
import { showConfirmAddress } from '../invitation/show-confirm-address.tsx'
import { sendSecondStepAgain, showSecondStep } from '../invitation/show-second-step.tsx'
import type { Problem } from '../pages/fields.tsx'
import { passkeyScript } from '../pages/passkey-script.ts'
import { renderPage } from '../pages/render.tsx'
import { SignIn } from '../pages/sign-in.tsx'
import type { Way } from '../pages/ways-in.tsx'
import { textsOf } from '../texts/choose.ts'

/** Signing in and out without an invitation at hand. Nobody is created here. */
export function signInRoutes(edge: Edge) {
  const { deps, identity, submissions } = edge

  const show = async (
    c: Context<EdgeEnv>,
    shown: {
      email?: string | null
      problem?: Problem & { way: Way }
      /** A problem with none of the forms in particular. */
      above?: Problem
      status?: ContentfulStatusCode
    } = {},
  ) => {
    const settings = await readSignInSettings(deps)
    const texts = textsOf(c)
    const ways: Way[] = [
      ...(settings.localSignInEnabled ? (['sign_in'] as const) : []),
      ...(settings.emailCodeEnabled ? (['email_code'] as const) : []),
    ]
    const { providers, passkeyEnabled: hasPasskeys } = settings
    const externalFailed = c.req.method === 'GET' && c.req.query('problem') === 'external_failed'
    const note = c.req.query('password') === 'saved' ? texts.resetPassword.saved : null
    const { problem } = shown
    return renderPage(
      c,
      {
        texts,
        title: texts.signIn.pageTitle,
        status: shown.status ?? 200,
        script: hasPasskeys ? passkeyScript : undefined,
        headers: problem?.wait ? { 'retry-after': String(problem.wait) } : {},
      },
      <SignIn
        texts={texts}
        note={note}
        problem={externalFailed ? { kind: 'external_failed' } : (shown.above ?? null)}
        waysIn={{
          texts,
          settings: { ...settings, termsText: '' },
          others: { providers, hasPasskeys, purpose: 'sign_in' },
          ways,
          open: problem?.way ?? ways[0] ?? 'sign_in',
          invitation: null,
          email: shown.email ?? null,
          isEmailProven: false,
          asksName: false,
          problem: problem ?? null,
          buttons: {
            create: texts.create.button,
            sign_in: texts.signIn.pageButton,
            email_code: texts.emailCode.button,
          },
          words: texts.signIn.pageWays,
          action: '/sign-in',
        }}
      />,
    )
  }

  const mailCode = async (c: Context<EdgeEnv>, pending: PendingPerson, next: string) => {
    const { email } = pending
    const { providers } = await readSignInSettings(deps)
    const isOpen = providers.some(({ id, isOpen }) => isOpen && id === pending.external?.providerId)
    const request = { email, invitation: null, website: null, isOpen }
    const requested = await requestEmailCode(c, deps, identity, request)
    if (!requested.ok) {
      const problem = {
        kind: 'too_many_attempts',
        way: 'email_code',
        wait: requested.retryAfterSeconds,
      } as const
      return show(c, { email, problem, status: 429 })
    }
    await writeFlow(c, deps, { invitation: null, pending: { external: null, ...pending } })
    return c.redirect(next, 303)
  }

  /** What else is posted here, by its intent. */
  const others = {
    passkey: async (c: Context<EdgeEnv>, form: URLSearchParams, settings: SignInSettings) => {
      if (!settings.passkeyEnabled) return answerRefusal(c, refuse('invalid_request'))
      const signedIn = await signInWithPasskey(c, deps, identity, form.get('response') ?? '')
      return signedIn.ok ? c.redirect('/', 303) : show(c, { above: { kind: signedIn.refusal }, status: 400 })
    },
    second_step: async (c: Context<EdgeEnv>, form: URLSearchParams) => {
      const taken = await takeSecondStep(c, deps, identity, form.get('otp') ?? '')
      if (taken.ok) return c.redirect('/', 303)
      return taken.refusal === 'session_over'
        ? show(c, { above: { kind: 'session_over' }, status: 400 })
        : showSecondStep(c, edge, { brand: null, refused: { ...taken, refusal: taken.refusal } })
    },
    second_step_again: async (c: Context<EdgeEnv>) => {
      await sendSecondStepAgain(c, edge)
      return c.redirect('/sign-in/second-step', 303)
    },
    confirm_address: async (c: Context<EdgeEnv>, form: URLSearchParams) => {
      const { pending = null } = (await readFlow(c, deps)) ?? {}
      if (!pending?.external) return show(c, { above: { kind: 'session_over' }, status: 400 })
      const email = readEmailAddress(form.get('email') ?? '')
      if (email) return mailCode(c, { ...pending, email }, '/sign-in/check-email')
      const typed = { ...pending, email: form.get('email') ?? '' }
      return showConfirmAddress(c, edge, { brand: null, pending: typed, problem: { kind: 'email_invalid' } })
    },
  }

  const answer = async (c: Context<EdgeEnv>, form: URLSearchParams): Promise<Response> => {
    const settings = await readSignInSettings(deps)
    const intent = form.get('intent') ?? 'sign_in'
    const { pending = null } = (await readFlow(c, deps)) ?? {}
    if (intent === 'resend' && pending) return mailCode(c, pending, '/sign-in/check-email?again=1')
    if (intent === 'verify' && pending) {
      const signedIn = await signInWithEmailCode(c, deps, identity, {
        ...pending,
        code: form.get('otp') ?? '',
      })
      if (signedIn.ok) {
        endFlow(c, deps)
        return c.redirect('/', 303)
      }
      if (signedIn.refusal === 'second_step') return c.redirect('/sign-in/second-step', 303)
      return showCheckEmail(c, {
        brand: null,
        email: pending.email,
        problem: { kind: signedIn.refusal, wait: signedIn.retryAfterSeconds },
        status: signedIn.refusal === 'wrong_email_code' ? 400 : 429,
      })
    }
    if (intent in others) return others[intent as keyof typeof others](c, form, settings)
    const way = intent === 'email_code' ? 'email_code' : 'sign_in'
    if (!(way === 'email_code' ? settings.emailCodeEnabled : settings.localSignInEnabled)) {
      return answerRefusal(c, refuse('invalid_request'))
    }
    if (form.has('forgotten')) return c.redirect('/forgot-password', 303)
    const typed = form.get('email') ?? ''
    const email = way === 'sign_in' ? await readLogin(deps, typed, settings) : readEmailAddress(typed)
    if (!email) {
      const kind = way === 'sign_in' && settings.usernameEnabled ? 'login_invalid' : 'email_invalid'
      return show(c, { email: typed, problem: { kind, way }, status: 400 })
    }
    if (way === 'email_code') {
      const person = { email, name: null, passwordHash: null, remember: settings.rememberMeEnabled }
      return mailCode(c, person, '/sign-in/check-email')
    }
    const signedIn = await signInWithPassword(c, deps, identity, {
      email,
      password: form.get('password') ?? '',
      remember: settings.rememberMeEnabled && form.has('remember'),
      lockoutAfterFailures: settings.lockoutAfterFailures,
    })
    if (signedIn.ok) return c.redirect('/', 303)
    if (signedIn.refusal === 'second_step') return c.redirect('/sign-in/second-step', 303)
    return signedIn.refusal === 'wrong_credentials'
      ? show(c, { email: typed, problem: { kind: 'wrong_credentials', way }, status: 401 })
      : show(c, {
          email: typed,
          problem: { kind: 'locked_out', way, wait: signedIn.retryAfterSeconds },
          status: 429,
        })
  }

  return new Hono<EdgeEnv>()
    .get('/sign-in', async (c) => {
      const visitor = await readVisitor(c, deps, identity, { isAuthoritative: false })
      return visitor ? c.redirect('/', 303) : show(c)
    })
    .get('/sign-in/second-step', (c) => showSecondStep(c, edge, { brand: null }))
    .get('/sign-in/confirm-address', async (c) =>
      showConfirmAddress(c, edge, { brand: null, pending: (await readFlow(c, deps))?.pending ?? null }),
    )
    .get('/sign-in/check-email', async (c) => {
      const flow = await readFlow(c, deps)
      if (!flow?.pending) return c.redirect('/sign-in', 303)
      return showCheckEmail(c, {
        brand: null,
        email: flow.pending.email,
        isSentAgain: c.req.query('again') !== undefined,
      })
    })
    .post('/sign-in', async (c) => {
      const form = await readForm(c)
      if (!form.ok) return answerRefusal(c, form)
      return submissions.answerOnce(submissionOf(c, form.value), () => answer(c, form.value))
    })
    .post('/sign-out', async (c) => {
      await signOut(c, identity)
      submissions.forget()
      return c.redirect('/', 303)
    })
}
