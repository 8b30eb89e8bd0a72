import { refuse } from '@usher/domain'
import { refuseInput } from '../parse-input.ts'

export const refuseUnknownIdentityProvider = () =>
  refuse('not_found', { detail: 'There is no such identity provider. It may have been deleted.' })

/** What a guard of an identity provider's batch means. */
export function refuseIdentityProviderGuard(guard: 'name_taken' | 'website_unknown' | 'changed') {
  switch (guard) {
    case 'name_taken': {
      const message = 'This website has a provider of this name. Choose another name.'
      return refuse('conflict', { detail: message, errors: [{ path: 'name', message }] })
    }
    case 'website_unknown':
      return refuseInput({ path: 'websiteId', message: 'There is no such website. Choose another.' })
    case 'changed':
      return refuse('conflict', {
        detail: 'Somebody changed this provider just now. Look at it again, then change it.',
      })
  }
}
