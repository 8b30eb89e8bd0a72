/** Why somebody planned for a send gets no mail. */
export const exclusionReasons = [
  'no_email',
  'no_recipient',
  'suppressed',
  'unsubscribed',
  'bounced',
  'recipient_cap',
  'already_redeemed',
  'inactive',
  'expired',
  'full',
] as const
export type ExclusionReason = (typeof exclusionReasons)[number]

export const sendStatuses = ['queued', 'sending', 'paused', 'cancelled', 'completed'] as const
export type SendStatus = (typeof sendStatuses)[number]

/** How far a mail has come. The order of the first five is the order of progress. */
export const emailStatuses = [
  'queued',
  'sending',
  'sent',
  'delivered',
  'opened',
  'bounced',
  'complained',
  'suppressed',
  'failed',
  'not_sent',
] as const
export type EmailStatus = (typeof emailStatuses)[number]

/** The largest number of messages in one Postmark batch. Source: https://postmarkapp.com/developer/api/email-api */
export const maximumBatchSize = 500

/** The metadata field in which a message carries our e-mail's id: it comes back with whatever a provider tells of it. */
export const emailIdMetadataKey = 'usher-email-id'
