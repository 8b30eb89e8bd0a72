import { fromBase64Url, hmac, type Keyring, toBase64Url } from '@usher/domain'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import * as v from 'valibot'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { toVisitor, type Visitor } from './identity.ts'
import { sessionCookieNames } from './session-cookie.ts'

/** What Better Auth keeps in the cookie of its cache ("compact"), as far as it is read here. */
const cacheSchema = v.looseObject({
  expiresAt: v.number(),
  signature: v.string(),
  session: v.looseObject({
    version: v.literal('1'),
    session: v.looseObject({
      token: v.string(),
      expiresAt: v.string(),
      signedInWith: v.optional(v.nullable(v.string())),
    }),
    user: v.looseObject({ id: v.string(), name: v.string(), email: v.string(), emailVerified: v.boolean() }),
  }),
})

/**
 * Who is signed in, by what Better Auth has signed into their cookies in the last five minutes: without a database, and
 * without loading Better Auth. Whether the session was ended since, only the database knows: what is done with `token`
 * is decided there.
 */
export async function readCachedSession(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
): Promise<{ visitor: Visitor; token: string } | null> {
  const names = sessionCookieNames(deps.origin)
  const [tokenCookie, dataCookie] = [getCookie(c, names.token), getCookie(c, names.data)]
  if (!tokenCookie || !dataCookie) return null
  const key = await keyOf(deps.keys)
  const token = await readSigned(key, tokenCookie)
  const cache = token === null ? null : readCache(dataCookie)
  if (!cache || cache.session.session.token !== token) return null
  const signed = JSON.stringify({ ...cache.session, expiresAt: cache.expiresAt })
  if (!(await isSignature(key, signed, cache.signature))) return null
  const now = deps.now().getTime()
  if (cache.expiresAt < now || !(Date.parse(cache.session.session.expiresAt) >= now)) return null
  return { visitor: toVisitor(cache.session.user, cache.session.session), token }
}

/** The same cookie for the same session under another token, as Better Auth would sign it; `null` without a fresh one. */
export async function renameCachedSession(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  token: string,
): Promise<string | null> {
  if (!(await readCachedSession(c, deps))) return null
  const cache = readCache(getCookie(c, sessionCookieNames(deps.origin).data) ?? '')
  if (!cache) return null
  const { session: cached, expiresAt } = cache
  const session = { ...cached, session: { ...cached.session, token } }
  const key = await keyOf(deps.keys)
  const signature = toBase64Url(await hmac(key, JSON.stringify({ ...session, expiresAt })))
  return toBase64Url(new TextEncoder().encode(JSON.stringify({ session, expiresAt, signature })))
}

/** `token.signature`, as Better Auth signs cookies. */
export async function signToken(deps: EdgeDeps, token: string): Promise<string> {
  const signature = await hmac(await keyOf(deps.keys), token)
  return `${token}.${btoa(String.fromCharCode(...signature))}`
}

const keys = new WeakMap<Keyring, CryptoKey>()
async function keyOf(keyring: Keyring): Promise<CryptoKey> {
  const known = keys.get(keyring)
  if (known) return known
  const secret = new TextEncoder().encode(await keyring.current.text('session'))
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ])
  keys.set(keyring, key)
  return key
}

/** `value.signature`, as Better Auth signs cookies. */
async function readSigned(key: CryptoKey, cookie: string): Promise<string | null> {
  const dot = cookie.lastIndexOf('.')
  const value = cookie.slice(0, Math.max(dot, 0))
  return (await isSignature(key, value, cookie.slice(dot + 1))) ? value : null
}

async function isSignature(key: CryptoKey, message: string, signature: string): Promise<boolean> {
  const bytes = readBase64(signature)
  return bytes !== null && crypto.subtle.verify('HMAC', key, bytes, new TextEncoder().encode(message))
}

/** Base64 of either alphabet, with padding or without. */
function readBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const url = text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
  return /^[\w-]+$/.test(url) ? fromBase64Url(url) : null
}

function readCache(cookie: string): v.InferOutput<typeof cacheSchema> | null {
  try {
    const bytes = readBase64(cookie)
    if (!bytes) return null
    // Not what valibot makes of it: the signature is over these very bytes.
    const cache: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return v.is(cacheSchema, cache) ? cache : null
  } catch {
    return null
  }
}
