import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { EncryptJWT, jwtDecrypt } from 'jose'
import type { SiteSettings } from './settings.ts'

/** Cookies that hold what only this site can read: encrypted, for its own path, never for scripts. */
export function createSealedCookies({ url, sessionSecret }: SiteSettings) {
  const key = crypto.subtle.digest('SHA-256', new TextEncoder().encode(sessionSecret))
  const attributes = {
    path: new URL(url).pathname,
    httpOnly: true,
    sameSite: 'Lax',
    secure: url.startsWith('https:'),
  } as const
  return {
    async write(c: Context, name: string, value: Record<string, unknown>, seconds: number) {
      const sealed = await new EncryptJWT(value)
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setAudience(name)
        .setExpirationTime(`${seconds}s`)
        .encrypt(new Uint8Array(await key))
      setCookie(c, name, sealed, { ...attributes, maxAge: seconds })
    },
    async read(c: Context, name: string): Promise<Record<string, unknown> | null> {
      const sealed = getCookie(c, name)
      if (!sealed) return null
      try {
        const { payload } = await jwtDecrypt(sealed, new Uint8Array(await key), { audience: name })
        return payload
      } catch {
        // Altered, too old, or sealed under an earlier secret: as good as none.
        return null
      }
    },
    drop: (c: Context, name: string) => void deleteCookie(c, name, attributes),
  }
}
export type SealedCookies = ReturnType<typeof createSealedCookies>
