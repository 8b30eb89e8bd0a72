import { refuse } from '@usher/domain'

export const refuseUnknownApiKey = () => refuse('not_found', { detail: 'There is no such API key.' })
