import type { ExclusionReason, InvitationType, SendStatus } from '@usher/domain'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import { sendExclusions, sends, staffUsers } from '../schema/index.ts'
import { countRows } from './count-rows.ts'
import { endPage, type Page, type PageRequest, type SortName, startPage } from './page.ts'
import { uuidV7 } from './uuid-v7.ts'

/** An invitation and one of its invited contacts; `contact` is null when it has none. */
export type SendCandidate = {
  invitation: {
    id: string
    name: string
    websiteId: string
    /** Of the website. */
    timeZone: string
    type: InvitationType
    deactivatedAt: Date | null
    expiresAt: Date | null
    redemptionCount: number
    maximumRedemptions: number | null
  }
  contact: {
    id: string
    firstName: string | null
    lastName: string | null
    email: string | null
    timeZone: string | null
    hasRedeemed: boolean
    hasDeclined: boolean
  } | null
}

type CandidateRow = {
  id: string
  name: string
  website_id: string
  website_time_zone: string
  type: InvitationType
  deactivated_at: number | null
  expires_at: number | null
  redemption_count: number
  maximum_redemptions: number | null
  contact_id: string | null
  first_name: string | null
  last_name: string | null
  email: string | null
  time_zone: string | null
  has_redeemed: number
  has_declined: number
}

/** All invitations that exist among these, each with all its invited contacts, in the order of the ids. */
export async function findSendCandidates(
  database: Database,
  invitationIds: readonly string[],
): Promise<SendCandidate[]> {
  const rows = await database.query.all<CandidateRow>(sql`
    select invitations.id, invitations.name, invitations.website_id, invitations.type, invitations.deactivated_at, invitations.expires_at,
      invitations.redemption_count, invitations.maximum_redemptions,
      contacts.id as contact_id, contacts.first_name, contacts.last_name, contacts.email,
      contacts.time_zone, websites.time_zone as website_time_zone,
      exists (
        select 1 from redemptions
        where redemptions.invitation_id = invitations.id and redemptions.contact_id = contacts.id
          and redemptions.undone_at is null
      ) as has_redeemed,
      recipient.declined_at is not null as has_declined
    from json_each(${JSON.stringify(invitationIds)}) asked
    join invitations on invitations.id = asked.value
    join websites on websites.id = invitations.website_id
    left join invitation_recipients recipient on recipient.invitation_id = invitations.id
    left join contacts on contacts.id = recipient.contact_id
    order by asked.key, recipient.created_at, recipient.contact_id`)
  return rows.map((row) => ({
    invitation: {
      id: row.id,
      name: row.name,
      websiteId: row.website_id,
      timeZone: row.website_time_zone,
      type: row.type,
      deactivatedAt: toDate(row.deactivated_at),
      expiresAt: toDate(row.expires_at),
      redemptionCount: row.redemption_count,
      maximumRedemptions: row.maximum_redemptions,
    },
    contact:
      row.contact_id === null
        ? null
        : {
            id: row.contact_id,
            firstName: row.first_name,
            lastName: row.last_name,
            email: row.email,
            timeZone: row.time_zone,
            hasRedeemed: row.has_redeemed === 1,
            hasDeclined: row.has_declined === 1,
          },
  }))
}

/** Mails leave only while the built-in workflow that writes them is activated. */
export const sendInvitationIsActivated = () =>
  guard(
    'workflow',
    sql`exists (
      select 1 from workflows
      where built_in_key = 'send_invitation' and status = 'activated' and active_version_id is not null)`,
  )

export const insertSend = (database: Database, row: typeof sends.$inferInsert): Change =>
  database.query.insert(sends).values(row)

/** Any number of exclusions in one statement. */
export const insertSendExclusions = (
  sendId: string,
  exclusions: readonly {
    id: string
    invitationId: string
    contactId: string | null
    reason: ExclusionReason
  }[],
): SQL => sql`
  insert into send_exclusions (id, send_id, invitation_id, contact_id, reason)
  select value->>'id', ${sendId}, value->>'invitationId', value->>'contactId', value->>'reason'
  from json_each(${JSON.stringify(exclusions)})`

export type SendRow = {
  id: string
  createdById: string | null
  createdByName: string | null
  status: SendStatus
  /** How many mails were planned. Each is in exactly one of queued, sent, failed and notSent. */
  planned: number
  /** Not yet with the transport. */
  queued: number
  /** Taken by the transport, whatever became of it since. */
  sent: number
  /** Of those sent: known to have reached the mailbox. */
  delivered: number
  /** Of those sent: came back, or were complained about. */
  bounced: number
  /** The transport refused them. */
  failed: number
  /** Cancelled, or the invitation could not be redeemed any more. */
  notSent: number
  excludedCount: number
  /** A time of each recipient's clock, or an instant; null: at once. */
  scheduledFor: string | null
  /** Why mails wait, when the transport refuses the whole queue. */
  waitingReason: string | null
  createdAt: Date
  pausedAt: Date | null
  cancelledAt: Date | null
  completedAt: Date | null
}

const countOf = (statuses: string) =>
  sql<number>`(select count(*) from emails where emails.send_id = ${sends.id} and emails.status in (${sql.raw(statuses)}))`

const columns = {
  id: sends.id,
  createdById: sends.createdById,
  createdByName: staffUsers.name,
  status: sends.status,
  planned: sends.plannedCount,
  queued: countOf(`'queued', 'sending'`),
  sent: countOf(`'sent', 'delivered', 'opened', 'bounced', 'complained'`),
  delivered: countOf(`'delivered', 'opened'`),
  bounced: countOf(`'bounced', 'complained'`),
  failed: countOf(`'failed', 'suppressed'`),
  notSent: countOf(`'not_sent'`),
  excludedCount: sql<number>`(select count(*) from send_exclusions where send_exclusions.send_id = ${sends.id})`,
  waitingReason: sql<
    string | null
  >`(select max(emails.error) from emails where emails.send_id = ${sends.id} and emails.status in ('queued', 'sending'))`,
  scheduledFor: sends.scheduledFor,
  createdAt: sends.createdAt,
  pausedAt: sends.pausedAt,
  cancelledAt: sends.cancelledAt,
  completedAt: sends.completedAt,
}

export async function findSend(database: Database, sendId: string): Promise<SendRow | null> {
  const [row] = await database.query
    .select(columns)
    .from(sends)
    .leftJoin(staffUsers, eq(staffUsers.id, sends.createdById))
    .where(eq(sends.id, sendId))
  return row ?? null
}

export type SendExclusion = {
  invitationId: string
  contactId: string | null
  reason: ExclusionReason
}

export const findSendExclusions = (database: Database, sendId: string): Promise<SendExclusion[]> =>
  database.query
    .select({
      invitationId: sendExclusions.invitationId,
      contactId: sendExclusions.contactId,
      reason: sendExclusions.reason,
    })
    .from(sendExclusions)
    .where(eq(sendExclusions.sendId, sendId))
    .orderBy(sendExclusions.id)

export const sendSorts = { createdAt: [sends.createdAt] }

export async function findSends(
  database: Database,
  request: PageRequest<SortName<typeof sendSorts>> & { status?: SendStatus | undefined },
): Promise<Page<SendRow> | null> {
  const page = startPage(request, sendSorts, sends.id)
  if (!page) return null
  const filter = request.status === undefined ? undefined : eq(sends.status, request.status)
  const rows = await database.query
    .select({ ...columns, pageKey: page.key })
    .from(sends)
    .leftJoin(staffUsers, eq(staffUsers.id, sends.createdById))
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  return { ...endPage(page, rows), totalCount: await countRows(database, sends, filter) }
}

export const sendIsIn = (sendId: string, statuses: readonly SendStatus[]) =>
  guard(
    'status',
    sql`exists (
      select 1 from sends
      where id = ${sendId} and status in (select value from json_each(${JSON.stringify(statuses)})))`,
  )

/** A run time that no worker reaches: the jobs of a paused send wait there. */
const heldUntil = Date.UTC(9999, 11, 31)

const queuedJobsOf = (sendId: string) => sql`
  completed_at is null and parked_at is null and key in (
    select 'email:' || id from emails where send_id = ${sendId} and status in ('queued', 'sending'))`

/** Nothing leaves any more; what a worker has in its hands is held back by itself, or already on its way. */
export const pauseSend = (sendId: string, now: Date): Change[] => [
  sql`update sends set status = 'paused', paused_at = ${now.getTime()} where id = ${sendId}`,
  sql`update jobs set run_at = ${heldUntil} where lease_token is null and ${queuedJobsOf(sendId)}`,
]

export const resumeSend = (sendId: string, now: Date): Change[] => [
  sql`update sends set status = 'sending', paused_at = null where id = ${sendId}`,
  sql`
    update jobs set run_at = max(${now.getTime()}, coalesce(
      (select emails.scheduled_at from emails where emails.id = jobs.payload->>'emailId'), 0))
    where lease_token is null and ${queuedJobsOf(sendId)}`,
  completeFinishedSends([sendId], now),
]

/** Mails that still wait are not sent; those under way end as they end. */
export const cancelSend = (sendId: string, now: Date): Change[] => [
  sql`update sends set status = 'cancelled', cancelled_at = ${now.getTime()} where id = ${sendId}`,
  sql`
    update jobs set completed_at = ${now.getTime()}, lease_token = null, lease_ends_at = null
    where completed_at is null and key in (
      select 'email:' || id from emails where send_id = ${sendId} and status = 'queued')`,
  sql`
    update jobs set run_at = ${now.getTime()} where lease_token is null and ${queuedJobsOf(sendId)}`,
  sql`
    insert into activities (id, type, contact_id, invitation_id, subject, data, occurred_at)
    select ${uuidV7(now)}, 'email_not_sent', contact_id, invitation_id, 'Mail not sent: the send was cancelled',
      json_object('emailId', id), ${now.getTime()}
    from emails where send_id = ${sendId} and status = 'queued'`,
  sql`
    update emails set status = 'not_sent', error = 'The send was cancelled', input_sealed = null
    where send_id = ${sendId} and status = 'queued'`,
]

/** Jobs of paused sends that a worker gives back: held while the send is paused, due at once when it went on meanwhile. */
export const holdJobs = (leaseToken: string, jobIds: readonly string[], now: Date): SQL => sql`
  update jobs
  set lease_token = null, lease_ends_at = null, attempts = max(0, attempts - 1),
      run_at = case
        when exists (
          select 1 from emails join sends on sends.id = emails.send_id
          where emails.id = jobs.payload->>'emailId' and sends.status = 'paused'
        ) then ${heldUntil} else max(${now.getTime()}, coalesce(
          (select emails.scheduled_at from emails where emails.id = jobs.payload->>'emailId'), 0)) end
  where lease_token = ${leaseToken} and id in (select value from json_each(${JSON.stringify(jobIds)}))`

export const startSends = (sendIds: readonly string[]): SQL => sql`
  update sends set status = 'sending'
  where status = 'queued' and id in (select value from json_each(${JSON.stringify(sendIds)}))`

/** Sends of which no mail waits any more. */
export const completeFinishedSends = (sendIds: readonly string[], now: Date): SQL => sql`
  update sends set status = 'completed', completed_at = ${now.getTime()}
  where status in ('queued', 'sending') and id in (select value from json_each(${JSON.stringify(sendIds)}))
    and not exists (
      select 1 from emails where emails.send_id = sends.id and emails.status in ('queued', 'sending'))`

const toDate = (milliseconds: number | null) => (milliseconds === null ? null : new Date(milliseconds))
