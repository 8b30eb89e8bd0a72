import { refuse } from '@usher/domain'
import { refuseInput } from '../parse-input.ts'

export const refuseUnknownContact = () =>
  refuse('not_found', { detail: 'There is no such contact. It may have been deleted.' })

/** What a guard of a contact's batch means. */
export function refuseContactGuard(guard: 'email_taken' | 'account_unknown' | 'changed') {
  switch (guard) {
    case 'email_taken': {
      const message = 'Another contact has this primary e-mail. Use another address, or open that contact.'
      return refuse('conflict', { detail: message, errors: [{ path: 'email', message }] })
    }
    case 'account_unknown':
      return refuseInput({ path: 'accountId', message: 'There is no such account. Choose another, or none.' })
    case 'changed':
      return refuse('conflict', {
        detail: 'Somebody changed this contact just now. Look at it again, then change it.',
      })
  }
}
