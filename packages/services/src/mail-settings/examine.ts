import { type MailFinding, type ManagementRefusal, ok, type Result } from '@usher/domain'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'

/** A look at the mail service: token, tracking, stream, DNS. Changes nothing, sends nothing. Refuses `forbidden`. */
export async function examineMail({
  deps,
  actor,
}: Omit<Call, 'input'>): Promise<Result<MailFinding[], ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  return ok((await deps.checkMail?.()) ?? [])
}
