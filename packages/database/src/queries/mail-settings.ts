import { defaultMailSettings, type MailHouseSettings } from '@usher/domain'
import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { guard } from '../connection/statement.ts'
import { mailSettings } from '../schema/index.ts'

export type MailState = {
  settings: MailHouseSettings
  /** Since when nothing leaves, and why; null while mails go. */
  pausedAt: Date | null
  pauseReason: string | null
}

/** What staff never set is as it comes. */
export async function findMailState(database: Database): Promise<MailState> {
  const [row] = await database.query.select().from(mailSettings)
  return {
    settings: { ...defaultMailSettings, ...row?.settings },
    pausedAt: row?.pausedAt ?? null,
    pauseReason: row?.pauseReason ?? null,
  }
}

export const writeMailSettings = (settings: MailHouseSettings, now: Date): SQL => sql`
  insert into mail_settings (id, settings, updated_at) values ('house', ${JSON.stringify(settings)}, ${now.getTime()})
  on conflict (id) do update set settings = excluded.settings, updated_at = excluded.updated_at`

/** The queue stands still since the first time it was told so. */
export const pauseMailQueue = (reason: string, now: Date): SQL => sql`
  insert into mail_settings (id, settings, paused_at, pause_reason, updated_at)
  values ('house', '{}', ${now.getTime()}, ${reason}, ${now.getTime()})
  on conflict (id) do update set paused_at = coalesce(paused_at, excluded.paused_at), pause_reason = excluded.pause_reason`

export const resumeMailQueue = (): SQL =>
  sql`update mail_settings set paused_at = null, pause_reason = null where paused_at is not null`

// A mail that was never sent counts for nothing.
const counts = sql`emails.kind = 'invitation' and emails.status not in ('not_sent', 'failed', 'suppressed')`

/** How many invitation mails each of these contacts was sent since then; those without any are left out. */
export async function countRecentInvitations(
  database: Database,
  contactIds: readonly string[],
  since: Date,
): Promise<Map<string, number>> {
  const rows = await database.query.all<{ contact_id: string; count: number }>(sql`
    select emails.contact_id, count(*) as count
    from json_each(${JSON.stringify(contactIds)}) asked
    join emails on emails.contact_id = asked.value
    where ${counts} and emails.created_at > ${since.getTime()}
    group by emails.contact_id`)
  return new Map(rows.map((row) => [row.contact_id, row.count]))
}

/** How many invitation mails were sent off since then: by one staff user, or by everybody. */
const sentSince = (since: Date, staffUserId: string | null): SQL =>
  staffUserId === null
    ? sql`(select count(*) from emails where ${counts} and emails.created_at > ${since.getTime()})`
    : sql`(select count(*) from sends join emails on emails.send_id = sends.id
        where sends.created_by_id = ${staffUserId} and sends.created_at > ${since.getTime()} and ${counts})`

/** True while no more than these were sent off, what this batch wrote before it included. */
export const isWithinCap = <Name extends string>(
  name: Name,
  cap: { since: Date; staffUserId: string | null; maximum: number },
) => guard(name, sql`${sentSince(cap.since, cap.staffUserId)} <= ${cap.maximum}`)

/** True while none of these contacts gets more, what this batch wrote before it included. */
export const areWithinRecipientCap = (contactIds: readonly string[], since: Date, maximum: number) =>
  guard(
    'recipient_cap',
    sql`not exists (
      select 1 from json_each(${JSON.stringify(contactIds)}) asked
      where (select count(*) from emails
        where emails.contact_id = asked.value and ${counts} and emails.created_at > ${since.getTime()}) > ${maximum})`,
  )
