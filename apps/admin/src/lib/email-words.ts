import type { EmailStatus } from '@usher/domain'
import type { Tone } from './components/ui/Badge.svelte'

/** How far a mail has come, as staff read it. */
export const emailStatusWords = {
  queued: { label: 'Queued', tone: 'neutral', means: 'It waits to be sent.' },
  sending: { label: 'Sending', tone: 'accent', means: 'It is being handed over right now.' },
  sent: { label: 'Sent', tone: 'accent', means: 'The mail service took it.' },
  delivered: { label: 'Delivered', tone: 'green', means: 'It reached the mailbox.' },
  opened: { label: 'Opened', tone: 'green', means: 'Somebody opened it.' },
  bounced: { label: 'Bounced', tone: 'red', means: 'It came back: the mailbox did not take it.' },
  complained: { label: 'Complaint', tone: 'red', means: 'The recipient reported it as unwanted.' },
  suppressed: {
    label: 'Suppressed',
    tone: 'amber',
    means: 'The mail service sends nothing more to this address.',
  },
  failed: { label: 'Failed', tone: 'red', means: 'It could not be sent.' },
  not_sent: { label: 'Not sent', tone: 'neutral', means: 'It was held back, so that it would not mislead.' },
} as const satisfies Record<EmailStatus, { label: string; tone: Tone; means: string }>

/** What a mail is for. */
export const emailKindWords = {
  invitation: 'Invitation',
  email_code: 'Sign-in code',
  password_reset: 'Password reset',
  workflow: 'Workflow',
  test: 'Test',
} as const
export type EmailKind = keyof typeof emailKindWords

/** What carries mails. */
export const transportWords = { outbox: 'Outbox, kept here', postmark: 'Postmark', smtp: 'SMTP' } as const

/** While a mail is under way its page looks again by itself. */
export const isUnderWay = (status: EmailStatus): boolean => status === 'queued' || status === 'sending'

/** A mail gets its subject when it is written, just before it leaves. */
export const subjectOf = (email: { subject: string | null; kind: EmailKind }): string =>
  email.subject ?? `${emailKindWords[email.kind]}, not written yet`
