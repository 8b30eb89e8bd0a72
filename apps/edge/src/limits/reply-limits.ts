import { type Budget, countAttempt } from '@usher/services'
import type { EdgeDeps } from '../edge-deps.ts'
import { blocksOfAddress } from '../http/client-address.ts'

const day = 24 * 3600
const hour = 3600
const perInvitation = 5
/** A whole office may find its invitations expired on one morning. */
const perBlock = 30
const everywhere = 2000

/** How often invitees may ask for a new link or tell that an invitation is not for them: staff read each of it. */
export function createReplyLimits(deps: EdgeDeps) {
  return {
    /** Whether this one is taken up. Who asks is told the same either way. */
    async count({ invitationId, clientAddress }: { invitationId: string; clientAddress: string }) {
      const input: Budget[] = [
        { bucket: `replies:invitation:${invitationId}`, limit: perInvitation, windowSeconds: day },
        ...blocksOfAddress(clientAddress).map((block, index) => ({
          bucket: `replies:${block}`,
          limit: perBlock * (index + 1),
          windowSeconds: hour,
        })),
        { bucket: 'replies:everywhere', limit: everywhere, windowSeconds: hour },
      ]
      return (await countAttempt({ deps, input })).ok
    },
  }
}
