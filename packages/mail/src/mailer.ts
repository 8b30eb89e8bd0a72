import type { MailEvent, MailFinding, MailSettings } from '@usher/domain'

/** A name and an address; without a name the address speaks for itself. */
export type Mailbox = { name: string | null; address: string }

/** One mail to one person. There is no CC and no BCC. */
export type MailMessage = {
  /** The id of our e-mail row: it travels along, so that a mail can be found again. */
  emailId: string
  from: Mailbox
  to: string
  replyTo: string | null
  /** One line. */
  subject: string
  html: string
  text: string
  /** Where its recipient stops mails like it with one click; null: there is nothing to stop. */
  unsubscribeUrl: string | null
  /** What kind of mail it is, for the provider's statistics. */
  tag: string
}

/** What a transport made of one mail. */
export type MailOutcome =
  | { outcome: 'accepted'; messageId: string }
  /** `mayHaveBeenAccepted`: the answer got lost; ask `findAccepted` before trying again. */
  | { outcome: 'try_again'; reason: string; mayHaveBeenAccepted: boolean }
  /** Nothing can be sent until somebody puts it right; it is not this mail's fault. */
  | { outcome: 'pause_queue'; reason: string }
  /** This address does not take mail. `isSuppressed`: the provider will not even try. */
  | { outcome: 'recipient_refused'; code: number; reason: string; isSuppressed: boolean }
  /** We wrote something that the provider cannot read. */
  | { outcome: 'defect'; code: number; reason: string }

export type Mailer = {
  transport: MailSettings['transport']
  /** The sender that the provider knows. */
  from: Mailbox
  /** The most mails that one call takes. */
  batchSize: number
  /** How long after an attempt `findAccepted` can be believed, in milliseconds. */
  settlingMilliseconds: number
  /** Outcomes in the order of the messages. Never throws for what the provider or the network does. */
  sendBatch(messages: readonly MailMessage[]): Promise<MailOutcome[]>
  /**
   * Which of these e-mails the provider has, by e-mail id, and how often it took each. Absent: the transport cannot be
   * asked. Throws when it does not answer.
   */
  findAccepted?(emailIds: readonly string[]): Promise<Map<string, { messageId: string; count: number }>>
  /** What became of these messages, by message id; what the provider forgot is not in it. Throws when it does not answer. */
  findEvents?(messageIds: readonly string[]): Promise<Map<string, MailEvent[]>>
  /** A look at the service without sending anything. Never throws: that it does not answer is a finding. */
  check(): Promise<MailFinding[]>
  close(): void
}
