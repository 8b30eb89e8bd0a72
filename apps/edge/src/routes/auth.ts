import { type Context, Hono } from 'hono'
import { readEmailAddress, refuse } from '@usher/domain'
import { parseInput } from '@usher/services'
import * as v from 'valibot'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import { isPlainText, readJson } from '../http/read-body.ts'
import { requestEmailCode, signInWithEmailCode } from '../identity/email-codes.ts'
import { authHeaders, type Visitor } from '../identity/identity.ts'
import { readSignInSettings } from '../identity/sign-in-settings.ts'
import { signInWithPassword } from '../identity/sign-in-with-password.ts'
import { textsFor } from '../texts/index.ts'

const plain = (longest: number) => v.pipe(v.string(), v.maxLength(longest), v.check(isPlainText))
const email = v.pipe(
  plain(254),
  v.check((address) => readEmailAddress(address) !== null, 'Give one plain e-mail address.'),
)
const passwordSchema = v.strictObject({
  email,
  password: plain(1000),
  rememberMe: v.optional(v.boolean(), true),
})
const askCodeSchema = v.strictObject({ email, type: v.literal('sign-in') })
const codeSchema = v.strictObject({ email, otp: plain(20) })

/**
 * Better Auth's paths, as far as they are public: its session, signing out, and signing in for who has an account, under
 * our own limits. What would create people, change addresses or mail strangers is not there.
 */
export function authRoutes({ deps, identity, submissions }: Edge) {
  /** Handed to Better Auth, with the address that is ours: never the one the request claims. */
  const handOn = async (c: Context<EdgeEnv>) => {
    const auth = await identity.auth()
    const url = new URL(new URL(c.req.url).pathname, deps.origin)
    const headers = authHeaders(c)
    headers.set('origin', deps.origin)
    return auth.handler(new Request(url, { method: c.req.method, headers }))
  }

  const signedIn = (c: Context<EdgeEnv>, { visitor, token }: { visitor: Visitor; token: string | null }) => {
    // A client without cookies sends it back as a bearer token.
    if (token) c.header('set-auth-token', token)
    const { userId, ...user } = visitor
    return c.json({ user: { id: userId, ...user } })
  }
  const secondStep = (c: Context<EdgeEnv>) =>
    answerRefusal(
      c,
      refuse('not_signed_in', { detail: `A second step follows: ${deps.origin}/sign-in/second-step` }),
    )
  const wrong = (c: Context<EdgeEnv>, kind: 'wrong_credentials' | 'wrong_email_code') =>
    answerRefusal(c, refuse('not_signed_in', { detail: textsFor(null).problems[kind] }))

  return new Hono<EdgeEnv>()
    .get('/auth/get-session', handOn)
    .get('/auth/ok', handOn)
    .post('/auth/sign-out', (c) => {
      submissions.forget()
      return handOn(c)
    })
    .post('/auth/sign-in/email', async (c) => {
      const body = await readJson(c)
      const input = body.ok ? parseInput(passwordSchema, body.value) : body
      if (!input.ok) return answerRefusal(c, input)
      const settings = await readSignInSettings(deps)
      if (!settings.localSignInEnabled) return c.notFound()
      const result = await signInWithPassword(c, deps, identity, {
        email: input.value.email,
        password: input.value.password,
        remember: settings.rememberMeEnabled && input.value.rememberMe,
        lockoutAfterFailures: settings.lockoutAfterFailures,
      })
      if (result.ok) return signedIn(c, result.value)
      if (result.refusal === 'second_step') return secondStep(c)
      return result.refusal === 'wrong_credentials'
        ? wrong(c, result.refusal)
        : answerRefusal(c, { ...result, refusal: result.refusal })
    })
    .post('/auth/email-otp/send-verification-otp', async (c) => {
      const body = await readJson(c)
      const input = body.ok ? parseInput(askCodeSchema, body.value) : body
      if (!input.ok) return answerRefusal(c, input)
      if (!(await readSignInSettings(deps)).emailCodeEnabled) return c.notFound()
      const asked = await requestEmailCode(c, deps, identity, {
        ...input.value,
        invitation: null,
        website: null,
      })
      return asked.ok ? c.json({ success: true }) : answerRefusal(c, asked)
    })
    .post('/auth/sign-in/email-otp', async (c) => {
      const body = await readJson(c)
      const input = body.ok ? parseInput(codeSchema, body.value) : body
      if (!input.ok) return answerRefusal(c, input)
      const settings = await readSignInSettings(deps)
      if (!settings.emailCodeEnabled) return c.notFound()
      const result = await signInWithEmailCode(c, deps, identity, {
        email: input.value.email,
        code: input.value.otp,
        name: null,
        passwordHash: null,
        remember: settings.rememberMeEnabled,
      })
      if (result.ok) return signedIn(c, result.value)
      if (result.refusal === 'second_step') return secondStep(c)
      return result.refusal === 'wrong_email_code'
        ? wrong(c, result.refusal)
        : answerRefusal(c, { ...result, refusal: result.refusal })
    })
}
