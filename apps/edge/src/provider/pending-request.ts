import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import * as v from 'valibot'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { flowSeconds } from '../flow/flow.ts'
import { cookieName, dropCookie, readSealedCookie, setSealedCookie } from '../flow/sealed-cookie.ts'

const name = 'usher-website'

/** A website's request while its visitor signs in or redeems: kept by their browser, sealed. */
const pendingSchema = v.object({ query: v.string(), startedAt: v.number() })
export type PendingRequest = v.InferOutput<typeof pendingSchema>

/** False when the request is too long for a cookie. The invitation goes another way: it is asked once. */
export function writePendingRequest(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  params: URLSearchParams,
  startedAt: number,
): Promise<boolean> {
  const kept = new URLSearchParams(params)
  for (const key of ['invitation', 'invitation_proof']) kept.delete(key)
  return setSealedCookie(c, deps, name, { query: kept.toString(), startedAt }, flowSeconds)
}

export async function readPendingRequest(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
): Promise<PendingRequest | null> {
  const pending = await readSealedCookie(c, deps, name, pendingSchema)
  return pending && pending.startedAt + flowSeconds * 1000 > deps.now().getTime() ? pending : null
}

export const hasPendingRequest = (c: Context<EdgeEnv>, deps: EdgeDeps): boolean =>
  getCookie(c, cookieName(deps, name)) !== undefined

export const endPendingRequest = (c: Context<EdgeEnv>, deps: EdgeDeps) => dropCookie(c, deps, name)
