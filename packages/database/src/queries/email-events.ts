import type { ActivityType, EmailStatus } from '@usher/domain'
import { sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'

export type EmailEventToRecord = {
  messageId: string
  emailId: string | null
  key: string
  type: EmailStatus
  occurredAt: Date
  detail: string | null
  /** The states from which the event moves the e-mail on. */
  from: readonly EmailStatus[]
  activity: { type: ActivityType; subject: string }
  activityId: string
  now: Date
}

/**
 * Keeps an event once, and moves the e-mail on when its state allows: event, state and timeline in one write.
 * @returns `too_early` while the message is ours but its sending is not yet recorded; `unknown` for anybody else's
 */
export async function recordEmailEvent(
  database: Database,
  event: EmailEventToRecord,
): Promise<'recorded' | 'unknown' | 'too_early'> {
  const email = sql`emails.provider_message_id = ${event.messageId}`
  const moves = sql`${email} and emails.status in (select value from json_each(${JSON.stringify(event.from)}))`
  const at = event.occurredAt.getTime()
  const written = await database.write([
    sql`
      insert into email_events (email_id, key, type, occurred_at, data)
      select emails.id, ${event.key}, ${event.type}, ${at}, json_object('detail', ${event.detail})
      from emails where ${email}
      on conflict (email_id, key) do nothing`,
    sql`
      insert into activities (id, type, contact_id, invitation_id, subject, data, occurred_at)
      select ${event.activityId}, ${event.activity.type}, emails.contact_id, emails.invitation_id,
        ${event.activity.subject}, json_object('emailId', emails.id), ${at}
      from emails where ${moves} and (emails.contact_id is not null or emails.invitation_id is not null)`,
    sql`
      update emails
      set status = ${event.type},
          delivered_at = case when ${event.type} in ('delivered', 'opened') then coalesce(delivered_at, ${at}) else delivered_at end,
          opened_at = case when ${event.type} = 'opened' then coalesce(opened_at, ${at}) else opened_at end,
          failed_at = case when ${event.type} in ('bounced', 'complained', 'suppressed') then ${at} else failed_at end,
          error = coalesce(${event.detail}, error)
      where ${moves}`,
    sql`select
      exists (select 1 from emails where ${email}) as is_ours,
      exists (select 1 from emails where id = ${event.emailId} and provider_message_id is null) as is_being_sent`,
  ])
  const row = written.ok ? written.results[3]?.rows[0] : null
  if (row?.['is_ours']) return 'recorded'
  return row?.['is_being_sent'] ? 'too_early' : 'unknown'
}
