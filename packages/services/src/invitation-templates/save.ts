import {
  findInvitation,
  findInvitationTemplate,
  type InvitationTemplate,
  saveInvitationTemplateRow,
} from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseGranting, refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField, neededLine } from '../fields.ts'
import { refuseUnknownInvitation } from '../invitations/refuse-guarded.ts'
import { findResponsible } from '../invitations/responsible.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'

export const saveInvitationTemplateSchema = v.strictObject({
  name: neededLine(200, 'Give the template a name.'),
  invitationId: v.pipe(idField, v.description('The invitation that it is made after.')),
})
export type SaveInvitationTemplateInput = v.InferInput<typeof saveInvitationTemplateSchema>

const day = 86_400_000

/**
 * Keeps what an invitation gives and says, for more like it: not its contacts, not its code. Under a name that is taken
 * it replaces the template of that name. Input: `SaveInvitationTemplateInput`.
 */
export async function saveInvitationTemplate({
  deps,
  actor,
  input,
}: Call): Promise<Result<InvitationTemplate, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.write')
  if (forbidden) return forbidden
  const parsed = parseInput(saveInvitationTemplateSchema, input)
  if (!parsed.ok) return parsed
  const { name, invitationId } = parsed.value
  const invitation = await findInvitation(deps.database, invitationId)
  if (!invitation) return refuseUnknownInvitation()
  const ungrantable = refuseGranting(actor, invitation.webRoleIds)
  if (ungrantable) return ungrantable
  const responsible = await findResponsible(deps, actor)
  if (!responsible.ok) return responsible
  const before = await findInvitationTemplate(deps.database, { name })

  const now = deps.now()
  const id = before?.id ?? deps.newId()
  const { type, webRoleIds, assignToAccountId, redemptionWorkflowId, redeemableBy, emailDomains } = invitation
  const { maximumRedemptions, message, expiresAt, createdAt, grantEndsAt, grantLastsDays } = invitation
  const daysTo = (end: Date | null) =>
    end && Math.max(1, Math.round((end.getTime() - createdAt.getTime()) / day))
  const attributes = {
    ...{ type, webRoleIds, assignToAccountId, redemptionWorkflowId, redeemableBy, emailDomains },
    ...{ maximumRedemptions, message },
    expiresInDays: daysTo(expiresAt),
    grantLastsDays: grantLastsDays ?? daysTo(grantEndsAt),
  }
  await deps.database.write([
    saveInvitationTemplateRow({
      id,
      name,
      websiteId: invitation.websiteId,
      attributes,
      createdById: responsible.value,
      now,
    }),
    auditStatement(deps, actor, {
      action: 'invitation_template.saved',
      entityType: 'invitation_template',
      entityId: id,
      before: before && { ...before.attributes, websiteId: before.website.id },
      after: { name, ...attributes, websiteId: invitation.websiteId },
    }),
  ])
  const saved = await findInvitationTemplate(deps.database, { name })
  if (!saved) throw new Error('A template that was just saved cannot be found')
  return ok(saved)
}
