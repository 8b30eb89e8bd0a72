import { findMailState, type MailState } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'

/** What staff set about mail, and whether the queue stands still. Refuses `forbidden`. */
export async function getMailSettings({
  deps,
  actor,
}: Omit<Call, 'input'>): Promise<Result<MailState, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  return forbidden ?? ok(await findMailState(deps.database))
}
