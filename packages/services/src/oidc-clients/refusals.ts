import { refuse } from '@usher/domain'
import { refuseInput } from '../parse-input.ts'

export const refuseUnknownOidcClient = () =>
  refuse('not_found', { detail: 'There is no such application. It may have been deleted.' })

/** What a guard of a client's batch means. */
export function refuseOidcClientGuard(guard: 'name_taken' | 'website_unknown' | 'changed') {
  switch (guard) {
    case 'name_taken': {
      const message = 'This website has an application of this name. Choose another name.'
      return refuse('conflict', { detail: message, errors: [{ path: 'name', message }] })
    }
    case 'website_unknown':
      return refuseInput({ path: 'websiteId', message: 'There is no such website. Choose another.' })
    case 'changed':
      return refuse('conflict', {
        detail: 'Somebody changed this application just now. Look at it again, then change it.',
      })
  }
}
