import { once } from 'node:events'
import { connect } from 'node:net'
import type { MailSettings } from '@usher/domain'
import { type Finding, finding } from './examine.ts'

const patienceMilliseconds = 5000

/** Knocks at the mail server without sending anything. */
export async function examineMail(mail: MailSettings): Promise<Finding> {
  switch (mail.transport) {
    case 'outbox':
      return finding('mail', 'ok', 'outbox: mails are kept and shown in the admin, nothing leaves')
    case 'postmark':
      return examinePostmark(mail)
    case 'smtp':
      return examineSmtp(new URL(mail.url))
  }
}

async function examinePostmark(mail: MailSettings & { transport: 'postmark' }): Promise<Finding> {
  const address = new URL('/server', mail.apiUrl ?? 'https://api.postmarkapp.com')
  try {
    const answer = await fetch(address, {
      headers: { accept: 'application/json', 'x-postmark-server-token': mail.serverToken },
      signal: AbortSignal.timeout(patienceMilliseconds),
    })
    if (answer.ok) return finding('mail', 'ok', `Postmark takes the token; from ${mail.from}`)
    if (answer.status === 401)
      return finding('mail', 'failed', 'POSTMARK_SERVER_TOKEN is refused by Postmark')
    return finding('mail', 'failed', `Postmark answers ${answer.status} at ${address.host}`)
  } catch {
    return finding('mail', 'failed', `POSTMARK_API_URL: ${address.host} cannot be reached`)
  }
}

async function examineSmtp(url: URL): Promise<Finding> {
  const port = Number(url.port || (url.protocol === 'smtps:' ? 465 : 587))
  const socket = connect({ host: url.hostname.replace(/^\[|\]$/g, ''), port })
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(patienceMilliseconds) })
    return finding('mail', 'ok', `SMTP: ${url.hostname}:${port} answers`)
  } catch {
    return finding('mail', 'failed', `SMTP_URL: ${url.hostname}:${port} cannot be reached`)
  } finally {
    socket.destroy()
  }
}
