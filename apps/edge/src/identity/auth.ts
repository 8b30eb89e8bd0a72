import { hmac, toHex } from '@usher/domain'
import { passkey } from '@better-auth/passkey'
import { bearer } from 'better-auth/plugins/bearer'
import { emailOTP } from 'better-auth/plugins/email-otp'
import { betterAuth } from 'better-auth/minimal'
import type { EdgeDeps } from '../edge-deps.ts'
import { clientAddressHeader, decoyHeader } from './headers.ts'
import { inviteeSessions } from './invitee-sessions.ts'
import { emailCodeMinutes, emailCodeTries, maximumPasswordLength } from './rules.ts'
import { sessionCookieNames } from './session-cookie.ts'

const decoyCode = () => `decoy-${crypto.randomUUID()}`

const weekSeconds = 7 * 24 * 3600

/**
 * Better Auth for invitees. Nobody is created through its own endpoints: `inviteeSessions` and the e-mail codes that our
 * rules have made are the ways in, and which of its paths are public is decided by `routes/auth.ts`.
 */
export async function createAuth(deps: EdgeDeps) {
  const names = sessionCookieNames(deps.origin)
  const auth = betterAuth({
    appName: 'Usher',
    baseURL: deps.origin,
    basePath: '/auth',
    trustedOrigins: [deps.origin],
    secret: await deps.keys.current.text('session'),
    database: await deps.loadIdentityStore(),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // The website's own minimum is checked where a password is chosen.
      minPasswordLength: 8,
      maxPasswordLength: maximumPasswordLength,
      password: { hash: deps.hashPassword, verify: deps.verifyPassword },
    },
    session: {
      expiresIn: weekSeconds,
      // A GET renews nothing.
      deferSessionRefresh: true,
      additionalFields: { signedInWith: { type: 'string', required: false, input: false } },
      cookieCache: { enabled: true, maxAge: 300 },
    },
    verification: { storeIdentifier: 'hashed' },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its lines name addresses; what matters is thrown, and logged by us.
    logger: { disabled: true },
    advanced: {
      cookies: {
        session_token: { name: names.token },
        session_data: { name: names.data },
        dont_remember: { name: names.dontRemember },
      },
      useSecureCookies: false,
      defaultCookieAttributes: {
        secure: deps.origin.startsWith('https:'),
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
      },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      database: { generateId: () => deps.newId() },
    },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: emailCodeMinutes * 60,
        allowedAttempts: emailCodeTries,
        generateOTP: (_, ctx) => (ctx?.headers?.has(decoyHeader) ? decoyCode() : undefined),
        // Six digits are guessed from a plain hash at once: a keyed one needs what is not in the database.
        storeOTP: { hash: async (code) => toHex(await hmac(await deps.keys.current.hmac('session'), code)) },
        sendVerificationOTP: () => Promise.reject(new Error('E-mail codes are sent by our own handlers')),
      }),
      // A token copied from the database is none: it lacks the signature.
      bearer({ requireSignature: true }),
      passkey({
        rpID: new URL(deps.origin).hostname,
        rpName: 'Usher',
        origin: deps.origin,
        // Found without a name being typed; whoever has it proves to be the person, not just the device.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        advanced: { webAuthnChallengeCookie: names.challenge },
      }),
      inviteeSessions(),
    ],
  })
  await auth.$context
  return auth
}
export type Auth = Awaited<ReturnType<typeof createAuth>>
