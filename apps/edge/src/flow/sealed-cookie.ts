import { seal, unseal } from '@usher/domain'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as v from 'valibot'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'

/** Browsers keep no larger cookie. */
const maximumBytes = 3900

const isHttps = (deps: EdgeDeps) => deps.origin.startsWith('https:')
/** `__Host-`: only this very host sets it, over https, for every path. */
export const cookieName = (deps: EdgeDeps, name: string) => `${isHttps(deps) ? '__Host-' : ''}${name}`
const attributes = (deps: EdgeDeps) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isHttps(deps) }) as const

/** Seals a value into a cookie of this name; false when it is too large for one. */
export async function setSealedCookie(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  name: string,
  value: unknown,
  maxAge: number,
): Promise<boolean> {
  const sealed = await seal(deps.keys, JSON.stringify(value), {
    iv: deps.randomBytes(12),
    context: `cookie:${name}`,
    purpose: 'cookie',
  })
  if (sealed.length > maximumBytes) return false
  setCookie(c, cookieName(deps, name), sealed, { ...attributes(deps), maxAge })
  return true
}

/** What the cookie holds, or `null` when there is none, it was altered, or it belongs to another release. */
export async function readSealedCookie<const Schema extends v.GenericSchema>(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  name: string,
  schema: Schema,
): Promise<v.InferOutput<Schema> | null> {
  const sealed = getCookie(c, cookieName(deps, name))
  const text = sealed && (await unseal(deps.keys, sealed, { context: `cookie:${name}`, purpose: 'cookie' }))
  const parsed = text ? v.safeParse(schema, JSON.parse(text)) : null
  return parsed?.success ? parsed.output : null
}

export const dropCookie = (c: Context<EdgeEnv>, deps: EdgeDeps, name: string) =>
  deleteCookie(c, cookieName(deps, name), attributes(deps))
