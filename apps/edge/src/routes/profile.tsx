import { type Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { refuse } from '@usher/domain'
import {
  changePassword,
  chooseUsername,
  readWaysIn,
  removeSecondFactor,
  removeWayIn,
  setSecondFactor,
} from '@usher/services'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import { endAppSecret, readAppSecret, writeAppSecret } from '../flow/app-secret-cookie.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import { readForm } from '../http/read-body.ts'
import { submissionOf } from '../http/same-submission.ts'
import { isRefusedBy } from '../identity/api-error.ts'
import { checkSecondFactor, createAppSecret, stepOfAppCode } from '../identity/authenticator-app.ts'
import { authHeaders, type Visitor } from '../identity/identity.ts'
import { problemOfPassword } from '../identity/new-password.ts'
import { readVisitor } from '../identity/read-visitor.ts'
import { sessionCookieNames } from '../identity/session-cookie.ts'
import { readSignInSettings } from '../identity/sign-in-settings.ts'
import { readPasskeyAnswer } from '../identity/sign-in-with-passkey.ts'
import { hashNewPassword } from '../identity/sign-up.ts'
import { pictureOfSecret } from '../pages/app-secret-picture.ts'
import type { Problem } from '../pages/fields.tsx'
import { passkeyScript } from '../pages/passkey-script.ts'
import { AppSetUp, Profile, RecoveryCodes } from '../pages/profile.tsx'
import { renderPage } from '../pages/render.tsx'
import { textsOf } from '../texts/choose.ts'
import type { Texts } from '../texts/index.ts'

const notes: Record<string, (texts: Texts) => string> = {
  connected: ({ profile }) => profile.connected,
  disconnected: ({ profile }) => profile.disconnected,
  password: ({ profile }) => profile.passwordSaved,
  username: ({ profile }) => profile.usernameSaved,
  passkey: ({ profile }) => profile.passkeyAdded,
  switched_on: ({ profile }) => profile.switchedOn,
  switched_off: ({ profile }) => profile.switchedOff,
}
const shownProblems = ['identity_taken', 'external_failed', 'last_way_in', 'passkey_failed'] as const

/** How somebody signs in, and how they change it. */
export function profileRoutes({ deps, identity, submissions }: Edge) {
  const show = async (c: Context<EdgeEnv>, visitor: Visitor, problem: Problem | null = null) => {
    const ways = await readWaysIn({ deps, userId: visitor.userId })
    if (!ways) return c.redirect('/sign-in', 303)
    const settings = await readSignInSettings(deps)
    const texts = textsOf(c)
    const asked = shownProblems.find((kind) => kind === c.req.query('problem'))
    return renderPage(
      c,
      {
        texts,
        title: texts.profile.title,
        status: problem ? (problem.wait ? 429 : 400) : 200,
        script: settings.passkeyEnabled ? passkeyScript : undefined,
        headers: problem?.wait ? { 'retry-after': String(problem.wait) } : {},
      },
      <Profile
        texts={texts}
        ways={ways}
        settings={settings}
        note={problem ? null : (notes[c.req.query('done') ?? '']?.(texts) ?? null)}
        problem={problem ?? (asked ? { kind: asked } : null)}
      />,
    )
  }
  const done = (c: Context<EdgeEnv>, what: keyof typeof notes) => c.redirect(`/profile?done=${what}`, 303)

  const showAppSetUp = async (
    c: Context<EdgeEnv>,
    visitor: Visitor,
    secret: string,
    problem: Problem | null = null,
  ) => {
    const texts = textsOf(c)
    const picture = await pictureOfSecret(secret, visitor.email)
    return renderPage(
      c,
      { texts, title: texts.profile.setUpApp, status: problem ? 400 : 200 },
      <AppSetUp texts={texts} secret={secret} picture={picture} problem={problem} />,
    )
  }

  type Intent = (c: Context<EdgeEnv>, form: URLSearchParams, visitor: Visitor) => Promise<Response>

  const password: Intent = async (c, form, visitor) => {
    const settings = await readSignInSettings(deps)
    const ways = await readWaysIn({ deps, userId: visitor.userId })
    if (!ways || !settings.localSignInEnabled) return answerRefusal(c, refuse('invalid_request'))
    const chosen = form.get('password') ?? ''
    const wrong = problemOfPassword(chosen, settings.passwordMinimumLength)
    if (wrong) return show(c, visitor, { kind: wrong })
    if (ways.hasPassword) {
      const { email } = visitor
      const { lockoutAfterFailures } = settings
      const who = { email, clientAddress: c.var.clientAddress }
      const counted = await identity.limits.countPassword(who, lockoutAfterFailures)
      if (!counted.ok) return show(c, visitor, { kind: 'locked_out', wait: counted.retryAfterSeconds })
      const auth = await identity.auth()
      const body = { userId: visitor.userId, password: form.get('current') ?? '' }
      if (!(await auth.api.checkPassword({ body })).isRight)
        return show(c, visitor, { kind: 'wrong_password' })
      await identity.limits.forgetPasswords(email)
    }
    const hashed = await hashNewPassword(c, deps, identity, chosen)
    if (!hashed.ok) return show(c, visitor, { kind: 'too_many_attempts', wait: hashed.retryAfterSeconds })
    const sessionToken = getCookie(c, sessionCookieNames(deps.origin).token)?.split('.')[0] ?? ''
    await changePassword({
      deps,
      input: { userId: visitor.userId, passwordHash: hashed.value, sessionToken },
    })
    submissions.forget()
    return done(c, 'password')
  }

  const username: Intent = async (c, form, visitor) => {
    if (!(await readSignInSettings(deps)).usernameEnabled) return answerRefusal(c, refuse('invalid_request'))
    const input = { userId: visitor.userId, username: form.get('username') ?? '' }
    const chosen = await chooseUsername({ deps, input })
    return chosen.ok ? done(c, 'username') : show(c, visitor, { kind: chosen.refusal })
  }

  const remove: Intent = async (c, form, visitor) => {
    const { emailCodeEnabled: mayUseEmailCode } = await readSignInSettings(deps)
    const kind = form.get('kind') === 'passkey' ? 'passkey' : 'account'
    const input = { userId: visitor.userId, id: form.get('id') ?? '', kind, mayUseEmailCode } as const
    const removed = await removeWayIn({ deps, input })
    return removed.ok ? done(c, 'disconnected') : show(c, visitor, { kind: removed.refusal })
  }

  const passkey: Intent = async (c, form, visitor) => {
    const answer = readPasskeyAnswer(form.get('response') ?? '')
    const settings = await readSignInSettings(deps)
    if (!answer || !settings.passkeyEnabled) return show(c, visitor, { kind: 'passkey_failed' })
    const auth = await identity.auth()
    try {
      await auth.api.verifyPasskeyRegistration({ body: { response: answer }, headers: authHeaders(c) })
      return done(c, 'passkey')
    } catch (error) {
      if (isRefusedBy(error, 400, 401, 403)) return show(c, visitor, { kind: 'passkey_failed' })
      throw error
    }
  }

  const mayHaveSecondStep = async () => (await readSignInSettings(deps)).twoFactorEnabled

  const setUpApp: Intent = async (c, _, visitor) => {
    if (!(await mayHaveSecondStep())) return answerRefusal(c, refuse('invalid_request'))
    const secret = await createAppSecret(deps)
    await writeAppSecret(c, deps, { userId: visitor.userId, secret })
    return showAppSetUp(c, visitor, secret)
  }

  const switchOn: Intent = async (c, form, visitor) => {
    const { userId } = visitor
    const secret = await readAppSecret(c, deps, userId)
    if (!secret) return show(c, visitor, { kind: 'session_over' })
    const step = await stepOfAppCode(deps, secret, form.get('otp') ?? '')
    if (step === null) return showAppSetUp(c, visitor, secret, { kind: 'wrong_second_step' })
    const { recoveryCodes } = await setSecondFactor({ deps, input: { userId, kind: 'app', secret, step } })
    endAppSecret(c, deps)
    const texts = textsOf(c)
    return renderPage(
      c,
      { texts, title: texts.profile.recoveryHeading },
      <RecoveryCodes texts={texts} codes={recoveryCodes} />,
    )
  }

  const useEmail: Intent = async (c, _, { userId }) => {
    if (!(await mayHaveSecondStep())) return answerRefusal(c, refuse('invalid_request'))
    await setSecondFactor({ deps, input: { userId, kind: 'email', secret: null, step: null } })
    return done(c, 'switched_on')
  }

  const switchOff: Intent = async (c, form, visitor) => {
    const { userId } = visitor
    const ways = await readWaysIn({ deps, userId })
    if (ways?.secondFactor?.kind === 'app') {
      const counted = await identity.limits.countSecondStep({ userId, clientAddress: c.var.clientAddress })
      if (!counted.ok) return show(c, visitor, { kind: counted.refusal, wait: counted.retryAfterSeconds })
      const code = form.get('otp') ?? ''
      if (!(await checkSecondFactor(deps, { userId, code })))
        return show(c, visitor, { kind: 'wrong_second_step' })
      await identity.limits.forgetSecondSteps(userId)
    }
    await removeSecondFactor({ deps, userId })
    return done(c, 'switched_off')
  }

  const intents = new Map<string, Intent>([
    ['password', password],
    ['username', username],
    ['remove', remove],
    ['passkey', passkey],
    ['second_step_app', setUpApp],
    ['second_step_on', switchOn],
    ['second_step_email', useEmail],
    ['second_step_off', switchOff],
  ])

  return new Hono<EdgeEnv>()
    .get('/profile', async (c) => {
      const visitor = await readVisitor(c, deps, identity, { isAuthoritative: false })
      return visitor ? show(c, visitor) : c.redirect('/sign-in', 303)
    })
    .post('/profile', async (c) => {
      const form = await readForm(c)
      if (!form.ok) return answerRefusal(c, form)
      const intent = intents.get(form.value.get('intent') ?? '')
      if (!intent) return answerRefusal(c, refuse('invalid_request'))
      return submissions.answerOnce(submissionOf(c, form.value), async () => {
        const visitor = await readVisitor(c, deps, identity, { isAuthoritative: true })
        return visitor ? intent(c, form.value, visitor) : c.redirect('/sign-in', 303)
      })
    })
}
