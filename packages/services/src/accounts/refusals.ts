import { refuse } from '@usher/domain'

export const refuseUnknownAccount = () =>
  refuse('not_found', { detail: 'There is no such account. It may have been deleted.' })
