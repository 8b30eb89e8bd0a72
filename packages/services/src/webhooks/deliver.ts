import {
  type AttemptOutcome,
  type Change,
  type ClaimedJob,
  completeJobs,
  type DeliveryToSend,
  disableEndpoint,
  findDeliveriesToSend,
  holdsLeases,
  putOffJobs,
  recordAttempt,
  wakeRunOfDelivery,
} from '@usher/database'
import { webhookPauseMilliseconds } from '@usher/domain'
import { Webhook } from 'standardwebhooks'
import type { Deps } from '../deps.ts'
import { auditStatement } from '../records.ts'
import { redactText } from '../workflow-runs/redact.ts'
import { openSecret } from './secret.ts'
import type { WebhookAnswer, WebhookSender } from './sender.ts'

/** After so long without a single success an endpoint is disabled. */
export const longestFailureMilliseconds = 5 * 24 * 60 * 60 * 1000

export type WebhookDelivered = 'succeeded' | 'failed' | 'retrying' | 'lost'

/** Sends one message and records how it went. The id is the same at every attempt: twice looks like once. */
export async function deliverWebhook({
  deps,
  sender,
  leaseToken,
  job,
}: {
  deps: Deps
  sender: WebhookSender
  leaseToken: string
  job: ClaimedJob
}): Promise<WebhookDelivered> {
  const [delivery] = await findDeliveriesToSend(deps.database, [job.payload.deliveryId ?? ''])
  if (delivery?.status !== 'queued') {
    await deps.database.write([completeJobs(leaseToken, [job.id], deps.now())])
    return 'succeeded'
  }
  const startedAt = deps.now()
  const clock = performance.now()
  const answer = delivery.disabledAt
    ? ({ outcome: 'blocked', reason: 'the endpoint is disabled' } as const)
    : await send(deps, sender, delivery)
  const outcome = outcomeOf(deps, delivery, answer, startedAt, Math.round(performance.now() - clock))
  const written = await deps.database.write([
    holdsLeases(leaseToken, [job.id]),
    ...recordAttempt(outcome),
    ...(outcome.nextAttemptAt
      ? [putOffJobs(leaseToken, [{ id: job.id, runAt: outcome.nextAttemptAt.getTime() }])]
      : [completeJobs(leaseToken, [job.id], deps.now())]),
    ...(delivery.runId && outcome.status !== 'queued' ? [wakeRunOfDelivery(delivery.runId, deps.now())] : []),
    ...disabling(deps, delivery, outcome),
  ])
  if (!written.ok) return 'lost'
  if (delivery.runId && outcome.status !== 'queued') deps.onJobsWritten?.()
  return outcome.status === 'queued' ? 'retrying' : outcome.status === 'succeeded' ? 'succeeded' : 'failed'
}

async function send(deps: Deps, sender: WebhookSender, delivery: DeliveryToSend): Promise<WebhookAnswer> {
  const secrets = [delivery.secretSealed]
  if (
    delivery.previousSecretSealed &&
    delivery.previousSecretEndsAt &&
    delivery.previousSecretEndsAt > deps.now()
  )
    secrets.push(delivery.previousSecretSealed)
  const signatures: string[] = []
  const at = deps.now()
  for (const sealed of secrets) {
    const secret = await openSecret(deps, delivery.endpointId, sealed)
    if (secret === null)
      return {
        outcome: 'blocked',
        reason: 'its secret cannot be opened: its key is gone, see USHER_PREVIOUS_SECRETS',
      }
    signatures.push(new Webhook(secret).sign(delivery.id, at, delivery.payload))
  }
  return sender.send({
    url: delivery.url,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Usher-Webhooks/1',
      'webhook-id': delivery.id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': signatures.join(' '),
      'idempotency-key': delivery.id,
    },
    body: delivery.payload,
  })
}

function outcomeOf(
  deps: Deps,
  delivery: DeliveryToSend,
  answer: WebhookAnswer,
  startedAt: Date,
  milliseconds: number,
): AttemptOutcome {
  const number = delivery.attempts + 1
  const now = deps.now()
  const isAnswered = answer.outcome === 'answered'
  const isSuccess = isAnswered && answer.status >= 200 && answer.status < 300
  const isPermanent = answer.outcome === 'blocked' || (isAnswered && answer.status === 410)
  const pause =
    isSuccess || isPermanent ? null : webhookPauseMilliseconds(number, (deps.randomBytes(1)[0] ?? 0) / 255)
  return {
    deliveryId: delivery.id,
    endpointId: delivery.endpointId,
    number,
    startedAt,
    milliseconds,
    status: isSuccess ? 'succeeded' : pause === null ? 'failed' : 'queued',
    responseStatus: isAnswered ? answer.status : null,
    responseBody: isAnswered ? redactText(answer.body) : null,
    error: isSuccess ? null : isAnswered ? statusInWords(answer.status) : answer.reason,
    nextAttemptAt: pause === null ? null : new Date(now.getTime() + pause),
    now,
  }
}

function statusInWords(status: number): string {
  if (status >= 300 && status < 400)
    return `it answered ${status}: redirects are not followed, give the final address`
  if (status === 410) return 'it answered 410: it wants no messages any more'
  return `it answered ${status}`
}

/** Gone, or failing for days: disabled, with a notice in the audit and on the page of webhooks. */
function disabling(deps: Deps, delivery: DeliveryToSend, outcome: AttemptOutcome): Change[] {
  if (outcome.status === 'succeeded' || delivery.disabledAt) return []
  const failedFor = delivery.failingSince ? outcome.now.getTime() - delivery.failingSince.getTime() : 0
  const reason =
    outcome.responseStatus === 410
      ? 'It answered 410 Gone.'
      : failedFor >= longestFailureMilliseconds
        ? `Nothing got through for five days. Last: ${outcome.error}.`
        : null
  if (reason === null) return []
  return [
    disableEndpoint(delivery.endpointId, reason, outcome.now),
    auditStatement(
      deps,
      { kind: 'system', name: 'Usher' },
      {
        action: 'webhook_endpoint.disabled',
        entityType: 'webhook_endpoint',
        entityId: delivery.endpointId,
        after: { name: delivery.endpointName, reason },
      },
    ),
  ]
}
