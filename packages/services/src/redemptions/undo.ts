import {
  findInvitation,
  findRedemption,
  insertEmails,
  insertJobs,
  invitationGivesOnly,
  type RedemptionDetail,
  redemptionStands,
  undoRedemptionStatements,
} from '@usher/database'
import { type ManagementRefusal, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseGranting, refuseUnless, staffUserIdOf } from '../actor.ts'
import type { Call } from '../call.ts'
import type { Deps } from '../deps.ts'
import { emailJob, sealEmailInput } from '../emails/queue.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { activityStatement, auditStatement } from '../records.ts'
import { getRedemption, type RedemptionWithPlan, refuseUnknownRedemption } from './get.ts'
import { planUndo, type UndoPlan } from './undo-plan.ts'

const schema = v.strictObject({ id: idField })
/** After who waits at a screen, before every send. */
const mailPriority = 10

/**
 * Undoes a redemption: takes back exactly what it gave, frees its seat, unlinks the sign-in it bound, and tells the
 * invitee by mail. The invitation may be redeemed again, so the actor must be allowed to grant what it gives.
 * Refuses `conflict` when it is undone already. Input: `{ id }`.
 */
export async function undoRedemption({
  deps,
  actor,
  input,
}: Call): Promise<Result<RedemptionWithPlan, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.write')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const redemption = await findRedemption(deps.database, id, deps.now())
  const invitation = redemption && (await findInvitation(deps.database, redemption.invitation.id))
  if (!redemption || !invitation) return refuseUnknownRedemption()
  if (redemption.undoneAt) return refuseUndone()
  const gave = redemption.grants.map(({ webRole }) => webRole.id)
  const ungrantable = refuseGranting(actor, [...invitation.webRoleIds, ...gave])
  if (ungrantable) return ungrantable

  const plan = planUndo(redemption)
  const written = await deps.database.write([
    redemptionStands(id),
    invitationGivesOnly(invitation.id, invitation.webRoleIds),
    ...undoRedemptionStatements(id, { staffUserId: staffUserIdOf(actor), now: deps.now() }),
    ...(await tellInvitee(deps, redemption, plan)),
    activityStatement(deps, {
      type: 'redemption_undone',
      contactId: redemption.contact.id,
      invitationId: invitation.id,
      subject: `Redemption of "${invitation.name}" undone by ${actor.name}`,
      data: { redemptionId: id },
    }),
    auditStatement(deps, actor, {
      action: 'redemption.undone',
      entityType: 'redemption',
      entityId: id,
      before: {
        invitationId: invitation.id,
        contactId: redemption.contact.id,
        webRoleIds: gave,
        accountId: plan.account?.left.id ?? null,
        signIn: plan.unlinkedEmail,
      },
      after: {
        webRoleIds: plan.keptWebRoles.map((webRole) => webRole.id),
        accountId: plan.account?.joined?.id ?? null,
      },
    }),
  ])
  if (!written.ok) return written.guard === 'undone' ? refuseUndone() : refuseChanged()
  deps.onJobsWritten?.()
  return getRedemption({ deps, actor, input: { id } })
}

/** The mail to the contact's primary address; nothing where there is none. */
async function tellInvitee(deps: Deps, redemption: RedemptionDetail, plan: UndoPlan) {
  if (!redemption.contact.email) return []
  const emailId = deps.newId()
  const inputSealed = await sealEmailInput(deps, emailId, {
    invitation: redemption.invitation.name,
    webRoles: plan.lostWebRoles.map(({ name }) => name),
    account: plan.account?.left.name ?? null,
  })
  const email = {
    id: emailId,
    key: `redemption-undone:${redemption.id}`,
    kind: 'redemption_undone' as const,
    contactId: redemption.contact.id,
    websiteId: redemption.website.id,
    inputSealed,
  }
  return [insertEmails([email], deps.now()), insertJobs([emailJob(deps, emailId, mailPriority)], deps.now())]
}

const refuseUndone = () => refuse('conflict', { detail: 'This redemption has been undone already.' })

const refuseChanged = () =>
  refuse('conflict', { detail: 'Somebody changed the invitation just now. Look at it again, then undo.' })
