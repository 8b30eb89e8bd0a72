import { refuse } from '@usher/domain'
import { refuseDecided } from '../invitation-requests/refusals.ts'
import { refuseInput } from '../parse-input.ts'
import { refuseDeactivated } from '../sends/create.ts'

export const refuseUnknownInvitation = () =>
  refuse('not_found', { detail: 'There is no such invitation. It may have been deleted.' })

/** What a guard of an invitation's batch means, in words. */
export function refuseGuarded(
  guard:
    | 'code'
    | 'owner'
    | 'web_roles'
    | 'workflow'
    | 'identity_provider'
    | 'changed'
    | 'maximum'
    | 'redeemed'
    | 'touched'
    | 'decided'
    | 'send_workflow',
) {
  switch (guard) {
    case 'code':
      return refuseField('code', 'Another invitation already has this code. Choose another one.')
    case 'maximum':
      return refuseField(
        'maximumRedemptions',
        'More people than that have redeemed it already. Choose at least the number of redemptions.',
      )
    case 'redeemed':
      return refuseField(
        'code',
        'Every seat is taken: a new code would let nobody in. Allow more redemptions first.',
      )
    case 'touched':
      return refuseField(
        'websiteId',
        'This invitation has been sent or redeemed, and its links lead to its website. Create another invitation.',
      )
    case 'changed':
      return refuse('conflict', {
        detail: 'Somebody changed this invitation just now. Look at it again, then change it.',
      })
    case 'decided':
      return refuseDecided()
    case 'send_workflow':
      return refuseDeactivated()
    case 'owner':
      return refuseInput({ path: 'ownerId', message: 'The owner must be a staff user who can sign in.' })
    case 'web_roles':
      return refuseInput({ path: 'webRoleIds', message: 'Some of these web roles are not on this website.' })
    case 'identity_provider':
      return refuseInput({
        path: 'identityProviderId',
        message: 'There is no such identity provider on this website.',
      })
    case 'workflow':
      return refuseInput({
        path: 'redemptionWorkflowId',
        message: 'Choose an activated workflow that starts on redemption.',
      })
  }
}

export const refuseVanished = () =>
  refuse('conflict', {
    detail: 'Something this invitation names has just been deleted. Look at it again and save once more.',
  })

const refuseField = (path: string, message: string) =>
  refuse('conflict', { detail: message, errors: [{ path, message }] })
