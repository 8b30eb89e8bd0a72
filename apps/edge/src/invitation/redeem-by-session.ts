import type { Context } from 'hono'
import { redeemAtOnce, type Redemption } from '@usher/services'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import { readCachedSession } from '../identity/cached-session.ts'
import { finishRotation, newRotation } from '../identity/rotate-session.ts'
import { redeemerOf } from './redeem.tsx'

/**
 * Redeems for who is signed in by a fresh cookie, with one request to the database, which also decides whether the
 * session still lives. `null` when anything speaks against it: the long way asks again and explains.
 */
export async function redeemBySession(
  c: Context<EdgeEnv>,
  { deps, codeLimits }: Edge,
  presented: { code: string; recipientProof: string | null; returnUrl: string | null },
  { agreesToTerms }: { agreesToTerms: boolean },
): Promise<Redemption | null> {
  // Tries of a chosen code are counted first, for all instances.
  if ((await codeLimits.familyOf(presented.code)) !== 'generated') return null
  const session = await readCachedSession(c, deps)
  if (!session) return null
  const rotation = newRotation(deps, session.token)
  const redeemed = await redeemAtOnce({
    deps,
    redeemer: { ...redeemerOf(c, session.visitor), sessionToken: session.token, rotation },
    input: { ...presented, agreesToTerms },
  })
  if (redeemed) await finishRotation(c, deps, rotation, redeemed)
  return redeemed
}
