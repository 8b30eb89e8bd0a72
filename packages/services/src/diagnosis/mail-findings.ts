import type { InvitationFacts } from '@usher/database'
import { type EmailStatus, normaliseEmailAddress } from '@usher/domain'
import { caution, fine, type Finding, problem } from './finding.ts'

const troubles: Partial<Record<EmailStatus, string>> = {
  bounced: 'The last mail came back: the mailbox did not take it',
  complained: 'They reported the last mail as unwanted',
  suppressed: 'The mail service sends nothing to this address any more',
  failed: 'The last mail could not be sent',
  not_sent: 'The last mail was held back',
}

/** How the last mail of an invitation to somebody fared. */
export function findingsOfMail(
  { id, lastEmail }: InvitationFacts,
  asker: { email: string | null },
  now: Date,
): Finding[] {
  if (!lastEmail) return [problem('It was never mailed to them.', { kind: 'send', invitationId: id })]
  const show = { kind: 'show_email', emailId: lastEmail.id } as const
  const trouble = troubles[lastEmail.status]
  if (trouble) return [problem(`${trouble}${lastEmail.error ? `: ${lastEmail.error}` : ''}.`, show)]
  if (lastEmail.status === 'queued' || lastEmail.status === 'sending') {
    return lastEmail.sendStatus === 'paused' && lastEmail.sendId
      ? [problem('Its mail waits: the send is paused.', { kind: 'show_send', sendId: lastEmail.sendId })]
      : [caution('Its mail is on its way and has not left yet.', show)]
  }
  const isElsewhere =
    asker.email !== null &&
    lastEmail.toAddress !== null &&
    normaliseEmailAddress(lastEmail.toAddress) !== normaliseEmailAddress(asker.email)
  if (isElsewhere) {
    return [
      caution(`It was mailed to ${lastEmail.toAddress}, and their address is another one now.`, {
        kind: 'send',
        invitationId: id,
      }),
    ]
  }
  const days = Math.floor((now.getTime() - lastEmail.createdAt.getTime()) / 86_400_000)
  const when = days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`
  const words: Partial<Record<EmailStatus, string>> = {
    delivered: `Its mail reached the mailbox ${when}. It may lie in a spam folder.`,
    opened: `Its mail was delivered ${when}, and opened, by them or by a mail scanner.`,
  }
  return [fine(words[lastEmail.status] ?? `It was mailed ${when}.`, { kind: 'send', invitationId: id })]
}
