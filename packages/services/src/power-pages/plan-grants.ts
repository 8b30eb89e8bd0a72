import type { NewInvitation } from './plan-invitations.ts'
import { sourceId } from './values.ts'

type Pair = { contactId: string; webRoleId: string }
export type NewGrant = Pair & { id: string; redemptionId: string | null; grantedAt: Date | null }

/**
 * Who has which web role, and by which redemption. Where the export tells who has what today, that is the truth: what
 * was taken away there is not given again here. Otherwise everybody has what they redeemed.
 * @param here pairs that were granted here before, ended ones too: they are left as they are
 */
export async function planGrants(
  invitations: readonly NewInvitation[],
  today: readonly Pair[] | null,
  here: readonly Pair[],
): Promise<NewGrant[]> {
  const held = today && new Set(today.map(keyOf))
  const byRedemption = await Promise.all(
    invitations.flatMap(({ webRoleIds, redemptions }) =>
      redemptions.flatMap(({ id: redemptionId, contactId, redeemedAt: grantedAt }) =>
        webRoleIds
          .filter((webRoleId) => held?.has(keyOf({ contactId, webRoleId })) ?? true)
          .map(async (webRoleId) => ({
            id: await sourceId(grantedAt, 'grant', redemptionId, webRoleId),
            contactId,
            webRoleId,
            redemptionId,
            grantedAt,
          })),
      ),
    ),
  )
  const covered = new Set([...here, ...byRedemption].map(keyOf))
  const byHand = [...new Map((today ?? []).map((pair) => [keyOf(pair), pair])).values()].filter(
    (pair) => !covered.has(keyOf(pair)),
  )
  return [
    ...byRedemption,
    ...(await Promise.all(
      byHand.map(async ({ contactId, webRoleId }) => ({
        id: await sourceId(null, 'grant', contactId, webRoleId),
        contactId,
        webRoleId,
        redemptionId: null,
        grantedAt: null,
      })),
    )),
  ]
}

const keyOf = ({ contactId, webRoleId }: Pair) => `${contactId} ${webRoleId}`
