import type { Context } from 'hono'
import { type RedemptionRefusal, type Refused, refuse } from '@usher/domain'
import { type InvitationPreview, previewInvitation } from '@usher/services'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import type { Visitor } from '../identity/identity.ts'

export type Presented =
  | { ok: true; preview: InvitationPreview }
  | { ok: false; refused: Refused<RedemptionRefusal>; isMistyped: boolean }

/**
 * Looks an invitation up for somebody who presents a code. To whoever holds no genuine code every "no" looks the same;
 * only a typing slip is named, because the code itself shows it.
 * @param options.mayWrite whether a wrong code is counted for all instances: never on a GET
 */
export async function presentInvitation(
  c: Context<EdgeEnv>,
  { deps, codeLimits }: Edge,
  presented: { code: string; recipientProof: string | null },
  options: { mayWrite: boolean; visitor: Visitor | null },
): Promise<Presented> {
  const admitted = await codeLimits.admit(presented.code, c.var.clientAddress, options)
  if (!admitted.ok) return { ok: false, refused: admitted, isMistyped: false }
  const { family, wasNoFailure } = admitted.value
  const { userId, signedInWith } = options.visitor ?? {}
  const found = await previewInvitation({ deps, input: { ...presented, userId, signedInWith } })
  if (found.ok) wasNoFailure()
  if (found.ok && found.value.website.settings.invitationEnabled) return { ok: true, preview: found.value }
  return { ok: false, refused: refuse('invitation_unknown'), isMistyped: family === 'mistyped' }
}

/** A code that is junk by itself, before anybody is asked who presents it: it costs no database. */
export async function presentJunk(
  c: Context<EdgeEnv>,
  { codeLimits }: Edge,
  code: string,
): Promise<Extract<Presented, { ok: false }> | null> {
  const family = await codeLimits.familyOf(code)
  if (family === 'generated' || family === 'chosen') return null
  const admitted = await codeLimits.admit(code, c.var.clientAddress, { mayWrite: false })
  const refused = admitted.ok ? refuse('invitation_unknown') : admitted
  return { ok: false, refused, isMistyped: admitted.ok && family === 'mistyped' }
}
