import { type MailSettings, maximumBatchSize } from '@usher/domain'
import { readMailbox } from './mailbox.ts'
import type { Mailer } from './mailer.ts'

/** Sends nothing: every mail counts as taken at once, and stays in the database where the dashboard shows it. */
export const createOutboxMailer = (settings: Pick<MailSettings, 'from'>): Mailer => ({
  transport: 'outbox',
  from: readMailbox(settings.from),
  batchSize: maximumBatchSize,
  settlingMilliseconds: 0,
  sendBatch: async (messages) => messages.map(({ emailId }) => ({ outcome: 'accepted', messageId: emailId })),
  findAccepted: async () => new Map(),
  check: async () => [],
  close: () => undefined,
})
