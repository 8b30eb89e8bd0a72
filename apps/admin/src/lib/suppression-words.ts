import type { SuppressionReason } from '@usher/domain'
import type { Look } from './status.ts'

/** Why an address is not mailed, and who could change that. */
export const suppressionLooks = {
  unsubscribed: { label: 'Unsubscribed', tone: 'amber' },
  hard_bounce: { label: 'Bounced', tone: 'red' },
  spam_complaint: { label: 'Complained', tone: 'red' },
  provider: { label: 'Mail service refuses', tone: 'red' },
  manual: { label: 'By hand', tone: 'neutral' },
} as const satisfies Record<SuppressionReason, Look>

/** Only they can take it back. */
export const isTheirWord = (reason: SuppressionReason): boolean =>
  reason === 'unsubscribed' || reason === 'spam_complaint'
