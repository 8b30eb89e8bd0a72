import type { NewDelivery, RunState } from '@usher/database'
import type { ResolvedStep } from '@usher/domain'
import type { Deps } from '../deps.ts'

/** The message of a step: its key is the same however often the step is tried. Never holds a code. */
export function webhookMessage(
  deps: Deps,
  run: RunState,
  { step, input }: Extract<ResolvedStep, { kind: 'call_webhook' }>,
  position: number,
  now: Date,
): NewDelivery {
  const { contact, account, invitation, redemption } = run
  return {
    id: deps.newId(),
    key: `workflow-step:${run.id}:${position}`,
    endpointId: input.endpointId,
    runId: run.id,
    contactId: run.contactId,
    invitationId: run.invitationId,
    type: input.eventType,
    jobId: deps.newId(),
    payload: JSON.stringify({
      type: input.eventType,
      timestamp: now.toISOString(),
      data: {
        workflow: { id: run.workflowId, name: run.workflowName },
        runId: run.id,
        step: step.key,
        contact: contact && {
          id: contact.id,
          firstName: contact.firstName,
          lastName: contact.lastName,
          email: contact.email,
        },
        account: account && { id: account.id, name: account.name },
        invitation: invitation && { id: invitation.id, name: invitation.name, type: invitation.type },
        redemption: redemption && {
          id: redemption.id,
          redeemedAt: new Date(redemption.redeemedAt).toISOString(),
        },
        fields: input.fields,
      },
    }),
  }
}
