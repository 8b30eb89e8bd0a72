import { liftSuppression, suppressionIsActive } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { auditStatement } from '../records.ts'
import { getSuppression } from './get.ts'

/**
 * Takes an address off the list, so that it can be invited again. Who unsubscribed or complained said so themselves:
 * only they can take that back. Refuses `forbidden`, `not_found`, `conflict`. Input: `{ id }`.
 */
export async function deleteSuppression({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ id: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'contacts.write')
  if (forbidden) return forbidden
  const found = await getSuppression({ deps, actor, input })
  if (!found.ok) return found
  const { id, reason, address, websiteId } = found.value
  if (reason === 'unsubscribed' || reason === 'spam_complaint') {
    return refuse('conflict', {
      detail:
        reason === 'unsubscribed'
          ? 'This person asked for no more invitations. Only they can take that back, with the link in the mail they had.'
          : 'This person reported a mail as unwanted. Mail providers punish whoever writes to them again.',
    })
  }
  const written = await deps.database.write([
    suppressionIsActive(id),
    liftSuppression(id, deps.now()),
    auditStatement(deps, actor, {
      action: 'suppression.deleted',
      entityType: 'suppression',
      entityId: id,
      before: { address, websiteId, reason },
    }),
  ])
  return written.ok
    ? ok({ id })
    : refuse('not_found', { detail: 'This address is not on the list any more.' })
}
