import { findEmail, findWebRoleIdsOfInvitations, invitationGivesOnly } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { refuseGuarded } from '../invitations/refuse-guarded.ts'
import { parseInput } from '../parse-input.ts'
import { activityStatement, auditStatement } from '../records.ts'
import { reasonNotToShow } from './may-show.ts'

const schema = v.strictObject({ emailId: idField })

/**
 * Puts on record that this actor sees a mail of the outbox with its codes and links; `getEmail` then shows it to them
 * for an hour. Input: `{ emailId }`. Refuses `forbidden`, `not_found`, `conflict`.
 */
export async function revealEmail({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ emailId: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'codes.reveal')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const { emailId } = parsed.value
  const email = await findEmail(deps.database, emailId)
  if (!email) return refuse('not_found', { detail: 'There is no such e-mail. It may have been erased.' })
  if (email.transport !== 'outbox' || email.contentSealed === null) {
    return refuse('conflict', {
      detail: 'Only mails that stay in the outbox are kept with their codes and links. This one is not.',
    })
  }
  const { invitationId } = email
  const webRoleIds = invitationId ? await findWebRoleIdsOfInvitations(deps.database, [invitationId]) : []
  const reason = await reasonNotToShow(deps, actor, email)
  if (reason !== null) return refuse('forbidden', { detail: reason })

  const written = await deps.database.write([
    ...(invitationId
      ? [
          invitationGivesOnly(invitationId, webRoleIds),
          activityStatement(deps, {
            type: 'code_revealed',
            invitationId,
            subject: `Mail with its code shown to ${actor.name}`,
          }),
        ]
      : []),
    auditStatement(deps, actor, { action: 'email.revealed', entityType: 'email', entityId: emailId }),
  ])
  return written.ok ? ok({ emailId }) : refuseGuarded(written.guard)
}
