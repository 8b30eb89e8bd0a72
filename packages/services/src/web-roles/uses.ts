import type { countWebRoleUses } from '@usher/database'
import { counted, listed } from '../words.ts'

export type WebRoleUses = Awaited<ReturnType<typeof countWebRoleUses>>

/** What keeps a web role: `1 contact has or had it and 2 invitations grant it`. */
export const webRoleUsesInWords = (uses: WebRoleUses): string =>
  listed([
    counted(uses.contacts, 'contact has or had it', 'contacts have or had it'),
    counted(uses.invitations, 'invitation grants it', 'invitations grant it'),
  ]) || 'it was in use until just now'
