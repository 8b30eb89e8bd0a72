import type { countWebsiteUses } from '@usher/database'
import { counted, listed } from '../words.ts'

/** What keeps a website: `2 web roles are on it and 1 invitation invites to it`. */
export const websiteUsesInWords = (uses: Awaited<ReturnType<typeof countWebsiteUses>>): string =>
  listed([
    counted(uses.webRoles, 'web role is on it', 'web roles are on it'),
    counted(uses.invitations, 'invitation invites to it', 'invitations invite to it'),
  ]) || 'it was in use until just now'
