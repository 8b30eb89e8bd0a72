import type { ContactUse } from '@usher/database'
import { counted, listed } from '../words.ts'

/** What keeps a contact: `2 invitations invite them and 1 e-mail was sent to them`. */
export const contactUsesInWords = (uses: Record<ContactUse, number>): string =>
  listed([
    counted(uses.invitations, 'invitation invites them', 'invitations invite them'),
    counted(uses.invitedOthers, 'invitation speaks in their name', 'invitations speak in their name'),
    counted(uses.redemptions, 'invitation was redeemed by them', 'invitations were redeemed by them'),
    counted(uses.grants, 'web role was granted to them', 'web roles were granted to them'),
    counted(uses.emails, 'e-mail was sent to them', 'e-mails were sent to them'),
    counted(uses.signIns, 'sign-in belongs to them', 'sign-ins belong to them'),
    counted(uses.runs, 'workflow ran for them', 'workflows ran for them'),
  ]) || 'they were in use until just now'
