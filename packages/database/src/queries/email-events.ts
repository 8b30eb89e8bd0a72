import type { ActivityType, EmailStatus } from '@usher/domain'
import { sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import type { Change } from '../connection/statement.ts'

export type EmailEventToRecord = {
  messageId: string
  emailId: string | null
  key: string
  type: EmailStatus
  occurredAt: Date
  detail: string | null
  /** Opened by no person. */
  isMachine: boolean
  /** The states from which the event moves the e-mail on, and where to. */
  from: readonly EmailStatus[]
  to: EmailStatus
  activity: { type: ActivityType; subject: string }
  activityId: string
  /** Learnt by asking: kept only when no such event is known yet. */
  isPolled?: boolean
  /** Written along with it, while the message is ours. */
  also?: readonly Change[]
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
      select emails.id, ${event.key}, ${event.type}, ${at}, json_object('detail', ${event.detail}, 'isMachine', ${event.isMachine ? 1 : 0})
      from emails where ${email} and not (${event.isPolled ? 1 : 0} and exists (
        select 1 from email_events told where told.email_id = emails.id and told.type = ${event.type}))
      on conflict (email_id, key) do nothing`,
    sql`
      insert into activities (id, type, contact_id, invitation_id, subject, data, occurred_at)
      select ${event.activityId}, ${event.activity.type}, emails.contact_id, emails.invitation_id,
        ${event.activity.subject}, json_object('emailId', emails.id), ${at}
      from emails where ${moves} and (emails.contact_id is not null or emails.invitation_id is not null)`,
    sql`
      update emails
      set status = ${event.to},
          next_check_at = case when doubts > 0 and checks = 0 then next_check_at end,
          delivered_at = case when ${event.to} in ('delivered', 'opened') then coalesce(delivered_at, ${at}) else delivered_at end,
          opened_at = case when ${event.to} = 'opened' then coalesce(opened_at, ${at}) else opened_at end,
          failed_at = case when ${event.to} in ('bounced', 'complained', 'suppressed') then ${at} else failed_at end,
          error = case when ${event.to} in ('delivered', 'opened') then error else coalesce(${event.detail}, error) end
      where ${moves}`,
    ...(event.also ?? []),
    sql`select
      exists (select 1 from emails where ${email}) as is_ours,
      exists (select 1 from emails where id = ${event.emailId} and provider_message_id is null) as is_being_sent`,
  ])
  const row = written.ok ? written.results.at(-1)?.rows[0] : null
  if (row?.['is_ours']) return 'recorded'
  return row?.['is_being_sent'] ? 'too_early' : 'unknown'
}
