import { createUsher, type Person } from '@usher/sdk'
import type { Context } from 'hono'
import * as openid from 'openid-client'
import type { SealedCookies } from './sealed-cookie.ts'
import type { SiteSettings } from './settings.ts'

const cookie = 'contoso-session'
const seconds = 30 * 24 * 3600
/** Pages that load at once bring the same refresh token, which is exchanged once. */
const sharedMilliseconds = 10_000

type Tokens = { id_token?: string | undefined; refresh_token?: string | undefined }

/** Who is signed in here: their ID token, renewed when it is over, so that a web role taken away is gone within minutes. */
export function createSessions(settings: SiteSettings, cookies: SealedCookies) {
  const usher = createUsher(settings)
  const renewals = new Map<string, Promise<Tokens | null>>()
  let configured: Promise<openid.Configuration> | undefined

  const configuration = () =>
    (configured ??= openid
      .discovery(
        new URL(settings.issuer),
        settings.clientId,
        undefined,
        settings.clientSecret ? openid.ClientSecretBasic(settings.clientSecret) : openid.None(),
        { execute: settings.issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [] },
      )
      .catch((error: unknown) => {
        configured = undefined
        throw error
      }))

  const write = (c: Context, { id_token, refresh_token }: Tokens) =>
    cookies.write(c, cookie, { id_token, refresh_token }, seconds)

  const renew = (refreshToken: string): Promise<Tokens | null> => {
    const known = renewals.get(refreshToken)
    if (known) return known
    const renewal = configuration()
      .then((config) => openid.refreshTokenGrant(config, refreshToken))
      .catch((error: unknown) => {
        // Revoked: they signed out at Usher, or the application was deleted.
        if (error instanceof openid.ResponseBodyError) return null
        throw error
      })
    renewals.set(refreshToken, renewal)
    setTimeout(() => renewals.delete(refreshToken), sharedMilliseconds).unref()
    return renewal
  }

  return {
    usher,
    configuration,
    write,
    /** The ID token of who is signed in, renewed if need be; `null` for nobody. */
    async tokenOf(c: Context): Promise<string | null> {
      const session = await cookies.read(c, cookie)
      if (!session) return null
      const { id_token: idToken, refresh_token: refreshToken } = session
      if (typeof idToken === 'string' && (await usher.verify(idToken))) return idToken
      const renewed = typeof refreshToken === 'string' ? await renew(refreshToken) : null
      if (!renewed?.id_token) {
        cookies.drop(c, cookie)
        return null
      }
      await write(c, renewed)
      return renewed.id_token
    },
    /** Forgets the session here, and says where to go to be forgotten by Usher as well. */
    async end(c: Context): Promise<string> {
      const session = await cookies.read(c, cookie)
      cookies.drop(c, cookie)
      const idToken = session?.['id_token']
      const url = openid.buildEndSessionUrl(await configuration(), {
        post_logout_redirect_uri: settings.url,
        ...(typeof idToken === 'string' ? { id_token_hint: idToken } : {}),
      })
      return url.href
    },
  }
}
export type Sessions = ReturnType<typeof createSessions>
export type Visitor = Person | null
