import { refuse } from '@usher/domain'
import { refuseInput } from '../parse-input.ts'

/** What somebody else changed between our look and our write, in words. */
export function refuseGuarded(guard: 'code' | 'owner' | 'web_roles' | 'workflow') {
  switch (guard) {
    case 'code':
      return refuse('conflict', {
        detail: 'Another invitation already has this code. Choose another one.',
        errors: [{ path: 'code', message: 'This code is taken.' }],
      })
    case 'owner':
      return refuseInput({ path: 'ownerId', message: 'The owner must be a staff user who can sign in.' })
    case 'web_roles':
      return refuseInput({ path: 'webRoleIds', message: 'Some of these web roles are not on this website.' })
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
