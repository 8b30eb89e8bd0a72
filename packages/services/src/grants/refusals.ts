import { refuse } from '@usher/domain'

export const refuseUnknownGrant = () => refuse('not_found', { detail: 'There is no such grant.' })

export const refuseTakenBack = () =>
  refuse('conflict', { detail: 'This was taken back already. Give it anew.' })

export const refuseChangedGrant = () =>
  refuse('conflict', { detail: 'Somebody changed this just now. Look at it again, then change it.' })
