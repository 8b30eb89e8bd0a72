import type { Context } from 'hono'
import * as openid from 'openid-client'
import type { SealedCookies } from './sealed-cookie.ts'
import type { Sessions } from './sessions.ts'
import type { SiteSettings } from './settings.ts'

const cookie = 'contoso-sign-in'
/** As long as somebody may take to sign in or accept an invitation. */
const seconds = 3600

/** An OpenID Connect client as any website has one. Reads what the issuer says of itself when it is first needed. */
export function createSignIn(settings: SiteSettings, cookies: SealedCookies, sessions: Sessions) {
  const callback = `${settings.url}/callback`
  return {
    /** Sends somebody to sign in; an invitation is redeemed on the way. */
    async begin(
      c: Context,
      to: string,
      invitation: { code: string; proof: string | null } | null = null,
    ): Promise<Response> {
      const config = await sessions.configuration()
      const verifier = openid.randomPKCECodeVerifier()
      const [state, nonce] = [openid.randomState(), openid.randomNonce()]
      await cookies.write(c, cookie, { verifier, state, nonce, to }, seconds)
      const url = openid.buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope: 'openid profile email offline_access',
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        ...(invitation ? { invitation: invitation.code } : {}),
        ...(invitation?.proof ? { invitation_proof: invitation.proof } : {}),
      })
      return c.redirect(url.href, 303)
    },

    /** They are back: the code becomes tokens, and those a session. `null` when nothing comes of it. */
    async finish(c: Context): Promise<string | null> {
      const pending = await cookies.read(c, cookie)
      if (!pending) return null
      cookies.drop(c, cookie)
      const { verifier, state, nonce, to } = pending
      const url = new URL(callback)
      url.search = new URL(c.req.url).search
      try {
        const tokens = await openid.authorizationCodeGrant(await sessions.configuration(), url, {
          pkceCodeVerifier: String(verifier),
          expectedState: String(state),
          expectedNonce: String(nonce),
          idTokenExpected: true,
        })
        await sessions.write(c, tokens)
        return String(to)
      } catch (error) {
        // They said no, came twice, or took too long: to be begun anew. Anything else is a fault.
        if (error instanceof openid.AuthorizationResponseError || error instanceof openid.ResponseBodyError)
          return null
        throw error
      }
    },
  }
}
