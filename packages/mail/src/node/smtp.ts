import type { MailSettings } from '@usher/domain'
import { createTransport } from 'nodemailer'
import { readMailbox } from '../mailbox.ts'
import type { Mailer, MailMessage, MailOutcome } from '../mailer.ts'
import { unsubscribeHeaders } from '../unsubscribe-headers.ts'

const connections = 4

/**
 * Sends through an SMTP server, one message a recipient. The server cannot be asked what it has: after an unclear
 * failure a mail goes out again under the same Message-ID, by which most mailboxes know it.
 */
export function createSmtpMailer(settings: Extract<MailSettings, { transport: 'smtp' }>): Mailer {
  const from = readMailbox(settings.from)
  const transport = createTransport({
    url: settings.url,
    pool: true,
    maxConnections: connections,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

  async function send(message: MailMessage): Promise<MailOutcome> {
    const messageId = `<${message.emailId}@${message.from.address.split('@').at(-1)}>`
    try {
      await transport.sendMail({
        messageId,
        from: toAddress(message.from),
        to: { name: '', address: message.to },
        ...(message.replyTo === null ? {} : { replyTo: { name: '', address: message.replyTo } }),
        ...(message.unsubscribeUrl === null ? {} : { headers: unsubscribeHeaders(message.unsubscribeUrl) }),
        subject: message.subject,
        html: message.html,
        text: message.text,
      })
      return { outcome: 'accepted', messageId }
    } catch (error) {
      return outcomeOf(error)
    }
  }

  return {
    transport: 'smtp',
    from,
    batchSize: 50,
    settlingMilliseconds: 60_000,
    sendBatch: (messages) => Promise.all(messages.map(send)),
    async check() {
      try {
        await transport.verify()
        return [
          { about: 'access', state: 'ok', detail: `SMTP: ${new URL(settings.url).hostname} takes our mails` },
        ]
      } catch (error) {
        const outcome = outcomeOf(error)
        return [
          { about: 'access', state: 'failed', detail: 'reason' in outcome ? outcome.reason : 'It failed.' },
        ]
      }
    },
    close: () => transport.close(),
  }
}

const toAddress = ({ name, address }: { name: string | null; address: string }) => ({
  name: name ?? '',
  address,
})

/** What nodemailer tells of a failure. Source: https://nodemailer.com/errors */
type SmtpError = { code?: string; command?: string; responseCode?: number }

function outcomeOf(error: unknown): MailOutcome {
  const { code, command, responseCode } = error as SmtpError
  const reason = `SMTP: ${error instanceof Error ? error.message.replace(/[\r\n]+/g, ' ') : 'failed'}`
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'ETLS' || command === 'AUTH') {
    return { outcome: 'pause_queue', reason: `${reason} Check SMTP_URL.` }
  }
  if (responseCode === undefined) {
    // Cut off while the text was on its way: the server may have it.
    return { outcome: 'try_again', reason, mayHaveBeenAccepted: command === 'DATA' }
  }
  if (responseCode < 500) return { outcome: 'try_again', reason, mayHaveBeenAccepted: false }
  if (responseCode === 530 || responseCode === 535 || command === 'MAIL FROM') {
    return { outcome: 'pause_queue', reason: `${reason} Check SMTP_URL and MAIL_FROM.` }
  }
  return { outcome: 'recipient_refused', code: responseCode, reason, isSuppressed: false }
}
