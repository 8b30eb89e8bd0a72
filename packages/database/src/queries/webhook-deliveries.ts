import { type SQL, sql } from 'drizzle-orm'
import type { Change } from '../connection/statement.ts'

/** Of a run's step that waits for its message, or failed: to be selected where `run` is in reach. */
export const webhookDeliveryOfStep: SQL = sql`(
  select json_object('id', delivery.id, 'status', delivery.status, 'attempts', delivery.attempts,
    'responseStatus', delivery.response_status, 'responseBody', delivery.response_body, 'error', delivery.error)
  from workflow_run_steps step
  join webhook_deliveries delivery on delivery.key = 'workflow-step:' || step.run_id || ':' || step.position
  where step.run_id = run.id and step.kind = 'call_webhook' and step.status <> 'completed')`

export type NewDelivery = {
  id: string
  key: string
  endpointId: string
  runId: string | null
  contactId: string | null
  invitationId: string | null
  type: string
  payload: string
  jobId: string
}

/**
 * Messages that wait to be sent, with their jobs. A key that is there already keeps its message: one that failed waits
 * again, under the same id.
 */
export const insertDeliveries = (
  deliveries: readonly NewDelivery[],
  options: { priority: number; now: Date },
): Change[] => {
  const [json, now] = [JSON.stringify(deliveries), options.now.getTime()]
  return [
    sql`
      insert into webhook_deliveries
        (id, key, endpoint_id, run_id, contact_id, invitation_id, type, payload, status, created_at, next_attempt_at)
      select value->>'id', value->>'key', value->>'endpointId', value->>'runId', value->>'contactId',
        value->>'invitationId', value->>'type', value->>'payload', 'queued', ${now}, ${now}
      from json_each(${json})
      where true
      on conflict (key) do update set status = 'queued', error = null, ended_at = null, next_attempt_at = ${now}
      where webhook_deliveries.status in ('failed', 'cancelled')`,
    sql`
      insert into jobs (id, kind, key, payload, priority, run_at, created_at)
      select value->>'jobId', 'deliver_webhook', 'webhook:' || webhook_deliveries.id,
        json_object('deliveryId', webhook_deliveries.id), ${options.priority}, ${now}, ${now}
      from json_each(${json})
      join webhook_deliveries on webhook_deliveries.key = value->>'key' and webhook_deliveries.status = 'queued'
      where true
      on conflict (key) do update
      set completed_at = null, parked_at = null, attempts = 0, run_at = ${now}, last_error = null,
        lease_token = null, lease_ends_at = null
      where jobs.completed_at is not null or jobs.parked_at is not null`,
  ]
}
