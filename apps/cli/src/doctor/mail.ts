import type { MailSettings } from '@usher/domain'
import { examineMailService } from '../deps.ts'
import { type Finding, finding } from './examine.ts'

/** Knocks at the mail service without sending anything. */
export async function examineMail(mail: MailSettings): Promise<Finding[]> {
  if (mail.transport === 'outbox')
    return [finding('mail', 'ok', 'outbox: mails are kept and shown in the admin, nothing leaves')]
  const findings = await examineMailService(mail)
  return findings.map(({ state, detail }) => finding('mail', state, detail))
}
