import { deleteInvitationTemplateRow } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { auditStatement } from '../records.ts'
import { getInvitationTemplate } from './list.ts'

/** Removes a template; invitations that were made from it stay. Input: `{ id }`. */
export async function deleteInvitationTemplate({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ id: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.write')
  if (forbidden) return forbidden
  const found = await getInvitationTemplate({ deps, actor, input })
  if (!found.ok) return found
  const { id, name } = found.value
  await deps.database.write([
    deleteInvitationTemplateRow(deps.database, id),
    auditStatement(deps, actor, {
      action: 'invitation_template.deleted',
      entityType: 'invitation_template',
      entityId: id,
      before: { name },
    }),
  ])
  return ok({ id })
}
