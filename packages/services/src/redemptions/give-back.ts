import { findReceipts, findRedemption, giveBackStatements, redemptionIsHeldBy } from '@usher/database'
import { fullName, ok, refuse, type Result } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { invitee } from '../invitation-requests/invitee.ts'
import { activityStatement, auditStatement } from '../records.ts'

/**
 * A signed-in invitee gives back what a redemption of theirs gave: its web roles end at once, its account is left. The
 * seat stays used and the invitation cannot be redeemed again. Twice is like once.
 * Refuses `invalid_request` for what is not theirs.
 */
export async function giveBackAccess({
  deps,
  userId,
  input: { redemptionId },
}: {
  deps: Deps
  userId: string
  input: { redemptionId: string }
}): Promise<Result<null, 'invalid_request'>> {
  const redemption = await findRedemption(deps.database, redemptionId, deps.now())
  if (!redemption) return refuse('invalid_request')
  const written = await deps.database.write([
    redemptionIsHeldBy(redemptionId, userId),
    ...giveBackStatements(redemptionId, deps.now()),
    activityStatement(deps, {
      type: 'access_given_back',
      contactId: redemption.contact.id,
      invitationId: redemption.invitation.id,
      subject: `${fullName(redemption.contact)} gave the access back`,
      data: { redemptionId },
    }),
    auditStatement(deps, invitee, {
      action: 'redemption.given_back',
      entityType: 'redemption',
      entityId: redemptionId,
      after: { givenBackAt: deps.now() },
    }),
  ])
  if (written.ok) return ok(null)
  const theirs = await findReceipts(deps.database, userId, deps.now())
  return theirs.some((receipt) => receipt.redemptionId === redemptionId)
    ? ok(null)
    : refuse('invalid_request')
}
