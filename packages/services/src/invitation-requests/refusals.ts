import { refuse } from '@usher/domain'

export const refuseUnknownRequest = () =>
  refuse('not_found', { detail: 'There is no such request. The invitation may have been deleted.' })

export const refuseDecided = () => refuse('conflict', { detail: 'Somebody has answered this already.' })
