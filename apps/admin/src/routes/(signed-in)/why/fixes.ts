import type { Permission } from '@usher/domain'
import type { Fix } from '@usher/services'
import { to } from '#lib/paths.ts'

type FixLink = { href: string; label: string; needs?: Permission }

/** Where a fix is carried out; `null` for those that this page carries out itself. */
export function linkOf(fix: Fix): FixLink | null {
  switch (fix.kind) {
    case 'create_contact':
      return {
        href: `${to('/contacts/new')}?email=${encodeURIComponent(fix.email)}`,
        label: 'Create contact',
        needs: 'contacts.write',
      }
    case 'edit_contact':
      return { href: to('/contacts', fix.contactId, 'edit'), label: 'Edit contact', needs: 'contacts.write' }
    case 'create_invitation':
      return {
        href: `${to('/invitations/new')}?contactId=${fix.contactId}`,
        label: 'Create Invitation',
        needs: 'invitations.write',
      }
    case 'send':
      return {
        href: `${to('/invitations/send')}?ids=${fix.invitationId}`,
        label: 'Send Invitation',
        needs: 'invitations.send',
      }
    case 'edit_invitation':
      return {
        href: to('/invitations', fix.invitationId, 'edit'),
        label: 'Edit invitation',
        needs: 'invitations.write',
      }
    case 'show_invitation':
      return { href: to('/invitations', fix.invitationId), label: 'Show invitation' }
    case 'show_redemption':
      return { href: to('/redemptions', fix.redemptionId), label: 'Show redemption' }
    case 'show_email':
      return { href: to('/emails', fix.emailId), label: 'Show mail' }
    case 'show_send':
      return { href: to('/sends', fix.sendId), label: 'Show send' }
    case 'show_requests':
      return { href: to('/requests'), label: 'Show requests' }
    case 'lift_suppression':
      return { href: to('/suppressions'), label: 'Show suppressions' }
    case 'edit_website':
      return { href: to('/websites', fix.websiteId, 'edit'), label: 'Edit website', needs: 'structure.write' }
    default:
      return null
  }
}
