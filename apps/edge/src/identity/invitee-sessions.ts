import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import * as v from 'valibot'

/** What only our own handlers may ask of Better Auth: none of it has a path. */
export const inviteeSessions = () =>
  ({
    id: 'invitee-sessions',
    endpoints: {
      /** Somebody whose address is proven, with a password that is hashed already; signs them in. */
      createInvitee: createAuthEndpoint.serverOnly(
        {
          method: 'POST',
          body: v.object({
            email: v.string(),
            name: v.string(),
            passwordHash: v.string(),
            remember: v.boolean(),
          }),
          requireHeaders: true,
        },
        async (ctx) => {
          const { email, name, passwordHash, remember } = ctx.body
          const { internalAdapter } = ctx.context
          const user = await internalAdapter.createUser(
            { email, name, emailVerified: true },
            { method: 'invitation' },
          )
          await internalAdapter.linkAccount({
            userId: user.id,
            providerId: 'credential',
            accountId: user.id,
            password: passwordHash,
          })
          const session = await internalAdapter.createSession(user.id, !remember)
          await setSessionCookie(ctx, { session, user }, !remember)
          return { user }
        },
      ),
      /** Whether this is their password; costs as much when they have none. */
      checkPassword: createAuthEndpoint.serverOnly(
        { method: 'POST', body: v.object({ userId: v.string(), password: v.string() }) },
        async (ctx) => {
          const { userId, password } = ctx.body
          const { internalAdapter, password: passwords } = ctx.context
          const hash = (await internalAdapter.findCredentialAccount(userId))?.password
          return { isRight: hash ? await passwords.verify({ hash, password }) : false }
        },
      ),
      /** Signs in somebody whose identity our own handlers have proven. */
      beginSession: createAuthEndpoint.serverOnly(
        {
          method: 'POST',
          body: v.object({
            userId: v.string(),
            remember: v.boolean(),
            signedInWith: v.nullable(v.string()),
          }),
          requireHeaders: true,
        },
        async (ctx) => {
          const { userId, remember, signedInWith } = ctx.body
          const { internalAdapter } = ctx.context
          const user = await internalAdapter.findUserById(userId)
          if (!user) return { user: null }
          const session = await internalAdapter.createSession(userId, !remember, { signedInWith })
          await setSessionCookie(ctx, { session, user }, !remember)
          return { user }
        },
      ),
      /** Kills the six-digit codes that an address has: the next one is the only one. */
      dropEmailCodes: createAuthEndpoint.serverOnly(
        { method: 'POST', body: v.object({ email: v.string() }) },
        async (ctx) => {
          await ctx.context.internalAdapter.deleteVerificationByIdentifier(`sign-in-otp-${ctx.body.email}`)
          return { dropped: true }
        },
      ),
      /** Ends a session whose cookie is about to be replaced. */
      endSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: v.object({ token: v.string() }) },
        async (ctx) => {
          await ctx.context.internalAdapter.deleteSession(ctx.body.token)
          return { ended: true }
        },
      ),
      /** Gives somebody who came in by an e-mail code the password they chose before. */
      setFirstPassword: createAuthEndpoint.serverOnly(
        { method: 'POST', body: v.object({ userId: v.string(), passwordHash: v.string() }) },
        async (ctx) => {
          const { userId, passwordHash } = ctx.body
          const { internalAdapter } = ctx.context
          if (await internalAdapter.findCredentialAccount(userId)) return { isSet: false }
          await internalAdapter.linkAccount({
            userId,
            providerId: 'credential',
            accountId: userId,
            password: passwordHash,
          })
          return { isSet: true }
        },
      ),
    },
  }) satisfies BetterAuthPlugin
