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
import { readSignInSettings } from '../identity/sign-in-settings.ts'
import { signInWithPassword } from '../identity/sign-in-with-password.ts'
import { showCheckEmail } from '../invitation/show-check-email.tsx'
import type { Problem } from '../pages/fields.tsx'
import { renderPage } from '../pages/render.tsx'
import { SignIn } from '../pages/sign-in.tsx'
import type { Way } from '../pages/ways-in.tsx'
import { textsOf } from '../texts/choose.ts'

/** Signing in and out without an invitation at hand. Nobody is created here. */
export function signInRoutes(edge: Edge) {
  const { deps, identity, submissions } = edge

  const show = async (
    c: Context<EdgeEnv>,
    shown: { email?: string | null; problem?: Problem & { way: Way }; status?: ContentfulStatusCode } = {},
  ) => {
    const settings = await readSignInSettings(deps)
    const texts = textsOf(c)
    const ways: Way[] = [
      ...(settings.localSignInEnabled ? (['sign_in'] as const) : []),
      ...(settings.emailCodeEnabled ? (['email_code'] as const) : []),
    ]
    const { problem } = shown
    return renderPage(
      c,
      {
        texts,
        title: texts.signIn.pageTitle,
        status: shown.status ?? 200,
        headers: problem?.wait ? { 'retry-after': String(problem.wait) } : {},
      },
      <SignIn
        texts={texts}
        waysIn={{
          texts,
          settings: { ...settings, termsText: '' },
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
    const requested = await requestEmailCode(c, deps, identity, { email, invitation: null, website: null })
    if (!requested.ok) {
      const problem = {
        kind: 'too_many_attempts',
        way: 'email_code',
        wait: requested.retryAfterSeconds,
      } as const
      return show(c, { email, problem, status: 429 })
    }
    await writeFlow(c, deps, { invitation: null, pending })
    return c.redirect(next, 303)
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
      return showCheckEmail(c, {
        brand: null,
        email: pending.email,
        problem: { kind: signedIn.refusal, wait: signedIn.retryAfterSeconds },
        status: signedIn.refusal === 'wrong_email_code' ? 400 : 429,
      })
    }
    const way = intent === 'email_code' ? 'email_code' : 'sign_in'
    if (!(way === 'email_code' ? settings.emailCodeEnabled : settings.localSignInEnabled)) {
      return answerRefusal(c, refuse('invalid_request'))
    }
    const email = readEmailAddress(form.get('email') ?? '')
    if (!email)
      return show(c, { email: form.get('email'), problem: { kind: 'email_invalid', way }, status: 400 })
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
    return signedIn.refusal === 'wrong_credentials'
      ? show(c, { email, problem: { kind: 'wrong_credentials', way }, status: 401 })
      : show(c, {
          email,
          problem: { kind: 'locked_out', way, wait: signedIn.retryAfterSeconds },
          status: 429,
        })
  }

  return new Hono<EdgeEnv>()
    .get('/sign-in', async (c) => {
      const visitor = await readVisitor(c, deps, identity, { isAuthoritative: false })
      return visitor ? c.redirect('/', 303) : show(c)
    })
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
