import { refuse } from '@usher/domain'
import { refuseInput } from '../parse-input.ts'

export const refuseUnknownWebRole = () =>
  refuse('not_found', { detail: 'There is no such web role. It may have been deleted.' })

/** What a guard of a web role's batch means. */
export function refuseWebRoleGuard(guard: 'name_taken' | 'website_unknown' | 'changed') {
  switch (guard) {
    case 'name_taken': {
      const message = 'This website has a web role of this name. Choose another name.'
      return refuse('conflict', { detail: message, errors: [{ path: 'name', message }] })
    }
    case 'website_unknown':
      return refuseInput({ path: 'websiteId', message: 'There is no such website. Choose another.' })
    case 'changed':
      return refuse('conflict', {
        detail: 'Somebody changed this web role just now. Look at it again, then change it.',
      })
  }
}
