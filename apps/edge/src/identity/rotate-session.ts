import { toHex } from '@usher/domain'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { renameCachedSession, signToken } from './cached-session.ts'
import { sessionCookieNames } from './session-cookie.ts'

/** A session goes on under another token: whoever else may hold the old one is left with nothing. */
export type Rotation = { from: string; to: string }

/** What `generateId` of Better Auth has: 32 characters; here of 128 random bits. */
export const newRotation = (deps: EdgeDeps, from: string): Rotation => ({
  from,
  to: toHex(deps.randomBytes(16)),
})

/** For the session in the browser's cookie, which was found to be genuine; `null` without one. */
export function rotationOfCookie(c: Context<EdgeEnv>, deps: EdgeDeps): Rotation | null {
  const cookie = getCookie(c, sessionCookieNames(deps.origin).token)
  const token = cookie?.slice(0, cookie.lastIndexOf('.'))
  return token ? newRotation(deps, token) : null
}

/** Hands the browser its new token, signed as Better Auth signs it. After a repeated redemption there is none. */
export async function finishRotation(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  { to }: Rotation,
  { isRepeat }: { isRepeat: boolean },
): Promise<void> {
  if (isRepeat) return
  const names = sessionCookieNames(deps.origin)
  const secure = deps.origin.startsWith('https:')
  const attributes = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const
  const isBrief = getCookie(c, names.dontRemember) !== undefined
  // The database knows when the session ends; the browser need not know better.
  setCookie(c, names.token, await signToken(deps, to), {
    ...attributes,
    ...(isBrief ? {} : { maxAge: weekSeconds }),
  })
  const cache = await renameCachedSession(c, deps, to)
  if (cache) setCookie(c, names.data, cache, { ...attributes, maxAge: cacheSeconds })
  else deleteCookie(c, names.data, { path: '/', secure })
}

/** What Better Auth has in `auth.ts`; the cookie itself says until when it counts. */
const cacheSeconds = 300
const weekSeconds = 7 * 24 * 3600
