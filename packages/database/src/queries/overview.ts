import { sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'

/** How the invitation mails of one day fared by now. Each number is among those of the number before it. */
export type FunnelDay = {
  /** The first instant of the day, in UTC. */
  day: Date
  sent: number
  delivered: number
  /** Opened, as far as that is told: mail scanners open too, and blocked images hide it. */
  opened: number
  redeemed: number
}

/** By the day on which the mails were sent; a mail that led to a redemption was delivered and opened. Days without mails are left out. */
export async function findFunnel(database: Database, from: Date): Promise<FunnelDay[]> {
  const rows = await database.query.all<Record<Exclude<keyof FunnelDay, 'day'> | 'day', number>>(sql`
    select day, count(*) as sent,
      sum(redeemed or delivered_at is not null or opened_at is not null) as delivered,
      sum(redeemed or opened_at is not null) as opened,
      sum(redeemed) as redeemed
    from (
      select emails.sent_at / 86400000 as day, emails.delivered_at, emails.opened_at, exists (
        select 1 from redemptions
        where redemptions.invitation_id = emails.invitation_id and redemptions.contact_id = emails.contact_id
          and redemptions.undone_at is null and redemptions.redeemed_at >= emails.sent_at) as redeemed
      from emails
      where emails.created_at >= ${from.getTime()} and emails.sent_at >= ${from.getTime()} and emails.kind = 'invitation')
    group by day order by day`)
  return rows.map((row) => ({ ...row, day: new Date(row.day * 86_400_000) }))
}

/** What waits for somebody, as numbers. */
export type Attention = {
  undeliveredMails: number
  expiringInvitations: number
  openRequests: number
  stuckWork: number
  pausedSends: number
  endingAccess: number
  endingApiKeys: number
}

/** @param since how far back mails that did not arrive still matter */
export async function countAttention(
  database: Database,
  { now, since, soon }: { now: Date; since: Date; soon: Date },
): Promise<Attention> {
  const [row] = await database.query.all<Attention>(sql`
    select
      (select count(*) from emails where created_at >= ${since.getTime()}
        and status in ('bounced', 'complained', 'failed')) as undeliveredMails,
      (select count(*) from invitations where expires_at > ${now.getTime()} and expires_at <= ${soon.getTime()}
        and status in ('new', 'sent')) as expiringInvitations,
      (select count(*) from invitation_requests where decided_at is null) as openRequests,
      (select count(*) from jobs where parked_at is not null) as stuckWork,
      (select count(*) from sends where status = 'paused') as pausedSends,
      (select count(*) from grants where ends_at is not null and revoked_at is null
        and ends_at > ${now.getTime()} and ends_at <= ${soon.getTime()}) as endingAccess,
      (select count(*) from api_keys where revoked_at is null and expires_at > ${now.getTime()}
        and expires_at <= ${soon.getTime()}) as endingApiKeys`)
  if (!row) throw new Error('A select without a table has one row')
  return row
}
