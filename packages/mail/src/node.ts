import type { MailSettings } from '@usher/domain'
import type { Mailer } from './mailer.ts'
import { createSmtpMailer } from './node/smtp.ts'
import { createOutboxMailer } from './outbox.ts'
import { createPostmarkMailer } from './postmark/mailer.ts'

/** The transport that the settings name. */
export function createMailer(settings: MailSettings): Mailer {
  switch (settings.transport) {
    case 'outbox':
      return createOutboxMailer(settings)
    case 'postmark':
      return createPostmarkMailer(settings)
    case 'smtp':
      return createSmtpMailer(settings)
  }
}

export { type OutboxSimulation, simulateMailboxes } from './outbox-simulation.ts'
export { examineDns } from './node/examine-dns.ts'
