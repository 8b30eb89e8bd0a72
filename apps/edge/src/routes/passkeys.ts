import { Hono } from 'hono'
import { refuse } from '@usher/domain'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import { authHeaders, forwardCookies } from '../identity/identity.ts'
import { readVisitor } from '../identity/read-visitor.ts'
import { readSignInSettings } from '../identity/sign-in-settings.ts'

/** Challenges for passkeys, asked for by the page's script. By POST: each is written down. */
export function passkeyRoutes({ deps, identity }: Edge) {
  return new Hono<EdgeEnv>()
    .post('/auth/passkey/authentication', async (c) => {
      if (!(await readSignInSettings(deps)).passkeyEnabled) return c.notFound()
      const counted = await identity.limits.countExternal(c.var.clientAddress)
      if (!counted.ok) return answerRefusal(c, counted)
      const auth = await identity.auth()
      // Without a session: any passkey of this house may answer.
      const headers = new Headers(authHeaders(c))
      headers.delete('cookie')
      const asked = await auth.api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true })
      forwardCookies(c, asked.headers)
      return c.json(asked.response)
    })
    .post('/auth/passkey/registration', async (c) => {
      if (!(await readSignInSettings(deps)).passkeyEnabled) return c.notFound()
      const visitor = await readVisitor(c, deps, identity, { isAuthoritative: true })
      if (!visitor) return answerRefusal(c, refuse('not_signed_in'))
      const auth = await identity.auth()
      const asked = await auth.api.generatePasskeyRegistrationOptions({
        headers: authHeaders(c),
        query: { name: visitor.email },
        returnHeaders: true,
      })
      forwardCookies(c, asked.headers)
      return c.json(asked.response)
    })
}
