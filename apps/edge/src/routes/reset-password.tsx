import { type Context, Hono } from 'hono'
import { readEmailAddress, refuse } from '@usher/domain'
import { findReset, requestPasswordReset, resetPassword } from '@usher/services'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import { describeError } from '../http/describe-error.ts'
import { readForm } from '../http/read-body.ts'
import { submissionOf } from '../http/same-submission.ts'
import { problemOfPassword } from '../identity/new-password.ts'
import { readSignInSettings } from '../identity/sign-in-settings.ts'
import { hashNewPassword } from '../identity/sign-up.ts'
import type { Problem } from '../pages/fields.tsx'
import { renderPage } from '../pages/render.tsx'
import { AskForReset, ChoosePassword, ResetSent } from '../pages/reset-password.tsx'
import { textsOf } from '../texts/choose.ts'

/** What the mail holds: 32 bytes, base64url. */
const isToken = (text: string) => /^[\w-]{43}$/.test(text)

/** A forgotten password: a link to the address, and what it leads to. */
export function resetPasswordRoutes({ deps, identity, submissions }: Edge) {
  const showAsk = (c: Context<EdgeEnv>, shown: { email?: string | null; problem?: Problem } = {}) => {
    const texts = textsOf(c)
    const { problem = null } = shown
    return renderPage(
      c,
      { texts, title: texts.resetPassword.heading, status: problem ? (problem.wait ? 429 : 400) : 200 },
      <AskForReset texts={texts} email={shown.email ?? null} problem={problem} />,
    )
  }

  const ask = async (c: Context<EdgeEnv>, form: URLSearchParams) => {
    const email = readEmailAddress(form.get('email') ?? '')
    if (!email) return showAsk(c, { email: form.get('email'), problem: { kind: 'email_invalid' } })
    const counted = await identity.limits.countEmailCode({ email, clientAddress: c.var.clientAddress })
    if (!counted.ok) {
      return showAsk(c, { email, problem: { kind: 'too_many_attempts', wait: counted.retryAfterSeconds } })
    }
    const { requestId } = c.var
    const locale = textsOf(c).language
    // After the answer: whether somebody has this address is not to be told by its time.
    deps.inBackground(
      requestPasswordReset({ deps, input: { email, websiteId: null, locale } }).catch((error: unknown) =>
        deps.log('error', 'password_reset_not_queued', { requestId, ...describeError(error) }),
      ),
    )
    return c.redirect('/forgot-password/sent', 303)
  }

  const showChoose = async (
    c: Context<EdgeEnv>,
    token: string,
    problem: Problem | null = null,
  ): Promise<Response> => {
    const reset = isToken(token) ? await findReset({ deps, input: { token } }) : null
    if (!reset) return showDead(c)
    const texts = textsOf(c)
    const { passwordMinimumLength: minimumLength } = await readSignInSettings(deps)
    return renderPage(
      c,
      { texts, title: texts.resetPassword.heading, status: problem ? 400 : 200, back: '/forgot-password' },
      <ChoosePassword
        texts={texts}
        email={reset.email}
        token={token}
        minimumLength={minimumLength}
        problem={problem}
      />,
    )
  }

  const choose = async (c: Context<EdgeEnv>, form: URLSearchParams) => {
    const token = form.get('token') ?? ''
    const password = form.get('password') ?? ''
    const { passwordMinimumLength } = await readSignInSettings(deps)
    const wrong = problemOfPassword(password, passwordMinimumLength)
    if (wrong) return showChoose(c, token, { kind: wrong })
    // Hashing costs: only for a link that works.
    const reset = isToken(token) ? await findReset({ deps, input: { token } }) : null
    if (!reset) return showDead(c)
    const hashed = await hashNewPassword(c, deps, identity, password)
    if (!hashed.ok) return answerRefusal(c, hashed)
    const done = await resetPassword({ deps, input: { token, passwordHash: hashed.value } })
    if (!done.ok) return showDead(c)
    await identity.limits.forgetPasswords(done.value.email)
    submissions.forget()
    return c.redirect('/sign-in?password=saved', 303)
  }

  const showDead = (c: Context<EdgeEnv>) => {
    const texts = textsOf(c)
    return answerRefusal(c, refuse('invalid_request'), {
      texts,
      status: 410,
      text: texts.resetPassword.dead,
      actions: (
        <a class="button wide" href="/forgot-password">
          {texts.resetPassword.again}
        </a>
      ),
    })
  }

  const isOn = async () => (await readSignInSettings(deps)).resetPasswordEnabled
  const posted =
    (answer: (c: Context<EdgeEnv>, form: URLSearchParams) => Promise<Response>) =>
    async (c: Context<EdgeEnv>) => {
      if (!(await isOn())) return c.notFound()
      const form = await readForm(c)
      if (!form.ok) return answerRefusal(c, form)
      return submissions.answerOnce(submissionOf(c, form.value), () => answer(c, form.value))
    }

  return new Hono<EdgeEnv>()
    .get('/forgot-password', async (c) => ((await isOn()) ? showAsk(c) : c.notFound()))
    .get('/forgot-password/sent', (c) => {
      const texts = textsOf(c)
      return renderPage(c, { texts, title: texts.resetPassword.sentHeading }, <ResetSent texts={texts} />)
    })
    .get('/reset-password', async (c) =>
      (await isOn()) ? showChoose(c, c.req.query('token') ?? '') : c.notFound(),
    )
    .post(
      '/forgot-password',
      posted(async (c, form) => ask(c, form)),
    )
    .post('/reset-password', posted(choose))
}
