import type { countAccountUses } from '@usher/database'
import { counted, listed } from '../words.ts'

export type AccountUses = Awaited<ReturnType<typeof countAccountUses>>

/** What keeps an account: `3 contacts belong to it`. */
export const accountUsesInWords = (uses: AccountUses): string =>
  listed([
    counted(uses.contacts, 'contact belongs to it', 'contacts belong to it'),
    counted(uses.invitations, 'invitation assigns to it', 'invitations assign to it'),
    counted(uses.redemptions, 'redemption mentions it', 'redemptions mention it'),
  ]) || 'it was in use until just now'
