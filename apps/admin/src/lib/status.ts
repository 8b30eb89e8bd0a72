import type { EmailStatus, InvitationStatus, SendStatus } from '@usher/domain'
import type { Tone } from './components/ui/Badge.svelte'

/** A status as staff read it, and its colour. */
export type Look = { label: string; tone: Tone }

const invitationLooks = {
  new: { label: 'New', tone: 'neutral' },
  sent: { label: 'Sent', tone: 'accent' },
  redeemed: { label: 'Redeemed', tone: 'green' },
  inactive: { label: 'Inactive', tone: 'neutral' },
} as const satisfies Record<InvitationStatus, Look>

/** Expired is a fact of the clock: said wherever somebody could still have redeemed. */
export const invitationLook = (invitation: { status: InvitationStatus; isExpired: boolean }): Look =>
  invitation.isExpired && (invitation.status === 'new' || invitation.status === 'sent')
    ? { label: 'Expired', tone: 'amber' }
    : invitationLooks[invitation.status]

export const emailLooks = {
  queued: { label: 'Queued', tone: 'neutral' },
  sending: { label: 'Sending', tone: 'accent' },
  sent: { label: 'Sent', tone: 'accent' },
  delivered: { label: 'Delivered', tone: 'green' },
  opened: { label: 'Opened', tone: 'green' },
  bounced: { label: 'Bounced', tone: 'red' },
  complained: { label: 'Complained', tone: 'red' },
  suppressed: { label: 'Suppressed', tone: 'amber' },
  failed: { label: 'Failed', tone: 'red' },
  not_sent: { label: 'Not sent', tone: 'neutral' },
} as const satisfies Record<EmailStatus, Look>

export const recipientLooks = {
  ...emailLooks,
  new: { label: 'Not mailed', tone: 'neutral' },
  redeemed: { label: 'Redeemed', tone: 'green' },
  declined: { label: 'Declined', tone: 'amber' },
} as const satisfies Record<EmailStatus | 'new' | 'redeemed' | 'declined', Look>

export const sendLooks = {
  queued: { label: 'Queued', tone: 'neutral' },
  sending: { label: 'Sending', tone: 'accent' },
  paused: { label: 'Paused', tone: 'amber' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
  completed: { label: 'Completed', tone: 'green' },
} as const satisfies Record<SendStatus, Look>

export const redeemableByWords = {
  invited: 'The invited contacts only',
  anyone: 'Anyone with the code',
  domains: 'Anyone with an address at certain domains',
} as const
