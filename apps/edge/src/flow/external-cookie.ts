import type { Context } from 'hono'
import * as v from 'valibot'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { dropCookie, readSealedCookie, setSealedCookie } from './sealed-cookie.ts'

const name = 'usher-external'
/** As long as somebody may take at the other side. */
const seconds = 900

/** Whom we sent where, and what must be the same when they come back to this browser. */
const schema = v.object({
  providerId: v.string(),
  checks: v.object({ state: v.string(), nonce: v.nullable(v.string()), codeVerifier: v.string() }),
  /** To redeem what the flow holds, just to sign in, or to connect the account to who is signed in. */
  purpose: v.picklist(['redeem', 'sign_in', 'connect']),
  remember: v.boolean(),
  expiresAt: v.number(),
})
export type ExternalTrip = Omit<v.InferOutput<typeof schema>, 'expiresAt'>
export type ExternalPurpose = ExternalTrip['purpose']

export const writeExternalTrip = (c: Context<EdgeEnv>, deps: EdgeDeps, trip: ExternalTrip) =>
  setSealedCookie(c, deps, name, { ...trip, expiresAt: deps.now().getTime() + seconds * 1000 }, seconds)

export async function readExternalTrip(c: Context<EdgeEnv>, deps: EdgeDeps): Promise<ExternalTrip | null> {
  const trip = await readSealedCookie(c, deps, name, schema)
  return trip && trip.expiresAt > deps.now().getTime() ? trip : null
}

export const endExternalTrip = (c: Context<EdgeEnv>, deps: EdgeDeps) => dropCookie(c, deps, name)
