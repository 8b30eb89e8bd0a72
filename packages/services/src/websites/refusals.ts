import { refuse } from '@usher/domain'

export const refuseUnknownWebsite = () =>
  refuse('not_found', { detail: 'There is no such website. It may have been deleted.' })

/** What a guard of a website's batch means. */
export function refuseWebsiteGuard(guard: 'name_taken' | 'changed') {
  switch (guard) {
    case 'name_taken': {
      const message = 'Another website has this name. Choose another name.'
      return refuse('conflict', { detail: message, errors: [{ path: 'name', message }] })
    }
    case 'changed':
      return refuse('conflict', {
        detail: 'Somebody changed this website just now. Look at it again, then change it.',
      })
  }
}
