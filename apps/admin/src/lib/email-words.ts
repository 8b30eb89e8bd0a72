import type { EmailStatus } from '@usher/domain'

const meanings = {
  queued: 'It waits to be sent.',
  sending: 'It is being handed over right now.',
  sent: 'The mail service took it.',
  delivered: 'It reached the mailbox.',
  opened: 'Somebody opened it.',
  bounced: 'It came back: the mailbox did not take it.',
  complained: 'The recipient reported it as unwanted.',
  suppressed: 'The mail service sends nothing more to this address.',
  failed: 'It could not be sent.',
  not_sent: 'It was held back, since it would have been of no use.',
} as const satisfies Record<EmailStatus, string>

/** What its status means for this mail. */
export const meaningOf = (email: { status: EmailStatus; transport: string | null }): string =>
  email.status === 'sent' && email.transport === 'outbox'
    ? 'It is kept here, in the outbox. Nothing has left.'
    : meanings[email.status]

/** What a mail is for. */
export const emailKindWords = {
  invitation: 'Invitation',
  email_code: 'Sign-in code',
  password_reset: 'Password reset',
  redemption_undone: 'Redemption undone',
  staff_link: 'Staff sign-in',
  workflow: 'Workflow',
  test: 'Test',
} as const
export type EmailKind = keyof typeof emailKindWords

/** What carries mails. */
export const transportWords = { outbox: 'Outbox, kept here', postmark: 'Postmark', smtp: 'SMTP' } as const

/** While a mail is under way its page looks again by itself. */
export const isUnderWay = (status: EmailStatus): boolean => status === 'queued' || status === 'sending'

/** A mail gets its subject when it is written, just before it leaves. */
export const subjectOf = (email: { subject: string | null; kind: EmailKind; status: EmailStatus }): string =>
  email.subject ??
  `${emailKindWords[email.kind]}, ${isUnderWay(email.status) ? 'not written yet' : 'never written'}`
