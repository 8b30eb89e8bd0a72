import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import { exclusionReasonTexts, planSend } from '@usher/services'
import type { PlanSummary } from '#lib/send-plan.ts'
import { by } from './by.ts'

const recipientsShown = 50
const namesShown = 5

/** The plan of sending these invitations now, in what a dialog can show. */
export async function summarisePlan(
  locals: App.Locals,
  invitationIds: string[],
): Promise<Result<PlanSummary, ManagementRefusal>> {
  const plan = await planSend({ ...by(locals), input: { invitationIds } })
  if (!plan.ok) return plan
  const { recipients, exclusions } = plan.value
  const byReason = Map.groupBy(exclusions, ({ reason }) => reason)
  return ok({
    sendId: locals.deps.newId(),
    invitationIds,
    recipientCount: recipients.length,
    recipients: recipients.slice(0, recipientsShown).map(({ contactName, email, invitationName }) => ({
      name: contactName,
      email,
      invitationName,
    })),
    exclusionCount: exclusions.length,
    exclusions: [...byReason].map(([reason, excluded]) => {
      const names = [
        ...new Set(excluded.map(({ contactName, invitationName }) => contactName ?? invitationName)),
      ]
      return {
        reason,
        words: exclusionReasonTexts[reason],
        count: excluded.length,
        names: names.slice(0, namesShown),
        otherNames: Math.max(0, names.length - namesShown),
      }
    }),
    isKeptInOutbox: locals.deps.mailTransport === 'outbox',
  })
}
