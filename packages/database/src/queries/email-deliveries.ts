import type {
  EmailStatus,
  InvitationType,
  SendStatus,
  WebsiteSettings,
  WorkflowDefinition,
  WorkflowStatus,
} from '@usher/domain'
import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import type { Change } from '../connection/statement.ts'
import type { EmailKind } from '../schema/index.ts'
import { startSends } from './sends.ts'

/** All that is needed to decide on a mail and to write it. */
export type EmailToDeliver = {
  id: string
  kind: EmailKind
  status: EmailStatus
  createdAt: Date
  attemptedAt: Date | null
  /** Attempts of which nobody knew whether the provider took the mail, the present one not included. */
  doubts: number
  toAddress: string | null
  /** Where it was decided to send it. */
  plannedAddress: string | null
  /** The version of the template it is written with; null: what Usher brings. */
  templateVersionId: string | null
  inputSealed: string | null
  send: { id: string; status: SendStatus } | null
  workflow: { status: WorkflowStatus; definition: WorkflowDefinition } | null
  contact: {
    id: string
    firstName: string | null
    lastName: string | null
    email: string | null
    locale: string | null
    timeZone: string | null
    account: string | null
    hasRedeemed: boolean
    hasDeclined: boolean
    isInvited: boolean
  } | null
  website: {
    id: string
    name: string
    baseUrl: string
    edgeUrl: string | null
    locale: string
    timeZone: string
    accentColor: string | null
    logoUrl: string | null
    supportEmail: string | null
    settings: WebsiteSettings
  } | null
  invitation: {
    id: string
    name: string
    type: InvitationType
    codeSealed: string
    message: string | null
    expiresAt: Date | null
    deactivatedAt: Date | null
    sentAt: Date | null
    redemptionCount: number
    maximumRedemptions: number | null
    owner: { name: string; email: string }
    inviter: { firstName: string | null; lastName: string | null; email: string | null } | null
    account: string | null
    webRoles: { name: string; description: string | null }[]
  } | null
}

type Instants<T> = {
  [K in keyof T]: T[K] extends Date | null ? (Date extends T[K] ? number | null : T[K]) : T[K]
}

/** In one read, in no particular order. */
export async function findEmailsToDeliver(
  database: Database,
  emailIds: readonly string[],
): Promise<EmailToDeliver[]> {
  const rows = await database.query.all<{ email: string }>(selectEmails(emailIds))
  return rows.map((row) => readEmail(JSON.parse(row.email)))
}

/** The mail of an invitation to one of its contacts as it would be written now; there is no row of it. */
export async function findEmailPreview(
  database: Database,
  { invitationId, contactId, now }: { invitationId: string; contactId: string; now: Date },
): Promise<EmailToDeliver | null> {
  // In the place of the table, for this one statement.
  const [row] = await database.query.all<{ email: string }>(sql`
    with emails as (
      select 'preview' as id, 'invitation' as kind, 'queued' as status, ${now.getTime()} as created_at,
        null as attempted_at, 0 as doubts, null as to_address, null as planned_address, null as input_sealed,
        null as send_id, invitations.id as invitation_id, ${contactId} as contact_id, invitations.website_id,
        workflows.active_version_id as workflow_version_id,
        (select active_version_id from email_templates where key = 'invitation') as template_version_id
      from invitations join workflows on workflows.built_in_key = 'send_invitation'
      where invitations.id = ${invitationId})
    ${selectEmails(['preview'])}`)
  return row ? readEmail(JSON.parse(row.email)) : null
}

const selectEmails = (emailIds: readonly string[]): SQL => sql`
    select json_object(
      'id', emails.id, 'kind', emails.kind, 'status', emails.status, 'createdAt', emails.created_at,
      'attemptedAt', emails.attempted_at, 'doubts', emails.doubts,
      'toAddress', emails.to_address, 'plannedAddress', emails.planned_address,
      'templateVersionId', emails.template_version_id,
      'inputSealed', emails.input_sealed,
      'send', case when sends.id is not null then json_object('id', sends.id, 'status', sends.status) end,
      'workflow', case when workflow_versions.id is not null then
        json_object('status', workflows.status, 'definition', json(workflow_versions.definition)) end,
      'contact', case when contacts.id is not null then json_object(
        'id', contacts.id, 'firstName', contacts.first_name, 'lastName', contacts.last_name, 'email', contacts.email,
        'locale', contacts.locale, 'timeZone', contacts.time_zone,
        'account', (select accounts.name from accounts where accounts.id = contacts.account_id),
        'hasRedeemed', json(iif(exists (
          select 1 from redemptions where redemptions.invitation_id = emails.invitation_id
            and redemptions.contact_id = contacts.id and redemptions.undone_at is null), 'true', 'false')),
        'hasDeclined', json(iif(recipient.declined_at is not null, 'true', 'false')),
        'isInvited', json(iif(recipient.contact_id is not null, 'true', 'false'))
      ) end,
      'website', case when websites.id is not null then json_object(
        'id', websites.id, 'name', websites.name, 'baseUrl', websites.base_url, 'edgeUrl', websites.edge_url,
        'locale', websites.locale, 'timeZone', websites.time_zone, 'accentColor', websites.accent_color,
        'logoUrl', websites.logo_url, 'supportEmail', websites.support_email, 'settings', json(websites.settings)
      ) end,
      'invitation', case when invitations.id is not null then json_object(
        'id', invitations.id, 'name', invitations.name, 'type', invitations.type, 'codeSealed', invitations.code_sealed,
        'message', invitations.message, 'expiresAt', invitations.expires_at, 'deactivatedAt', invitations.deactivated_at,
        'sentAt', invitations.sent_at, 'redemptionCount', invitations.redemption_count,
        'maximumRedemptions', invitations.maximum_redemptions,
        'owner', json_object('name', staff_users.name, 'email', staff_users.email),
        'inviter', case when inviter.id is not null then json_object(
          'firstName', inviter.first_name, 'lastName', inviter.last_name, 'email', inviter.email) end,
        'account', (select accounts.name from accounts where accounts.id = invitations.assign_to_account_id),
        'webRoles', (
          select json_group_array(json_object('name', web_roles.name, 'description', web_roles.description)
            order by web_roles.name)
          from invitation_web_roles join web_roles on web_roles.id = invitation_web_roles.web_role_id
          where invitation_web_roles.invitation_id = invitations.id)
      ) end
    ) as email
    from json_each(${JSON.stringify(emailIds)}) asked
    join emails on emails.id = asked.value
    left join sends on sends.id = emails.send_id
    left join workflow_versions on workflow_versions.id = emails.workflow_version_id
    left join workflows on workflows.id = workflow_versions.workflow_id
    left join contacts on contacts.id = emails.contact_id
    left join websites on websites.id = emails.website_id
    left join invitations on invitations.id = emails.invitation_id
    left join staff_users on staff_users.id = invitations.owner_id
    left join contacts inviter on inviter.id = invitations.inviter_contact_id
    left join invitation_recipients recipient
      on recipient.invitation_id = emails.invitation_id and recipient.contact_id = emails.contact_id`

type StoredEmail = Instants<Omit<EmailToDeliver, 'invitation' | 'createdAt'>> & {
  createdAt: number
  invitation: Instants<NonNullable<EmailToDeliver['invitation']>> | null
}

const readEmail = (stored: StoredEmail): EmailToDeliver => ({
  ...stored,
  createdAt: new Date(stored.createdAt),
  attemptedAt: toDate(stored.attemptedAt),
  invitation: stored.invitation && {
    ...stored.invitation,
    expiresAt: toDate(stored.invitation.expiresAt),
    deactivatedAt: toDate(stored.invitation.deactivatedAt),
    sentAt: toDate(stored.invitation.sentAt),
  },
})

const toDate = (milliseconds: number | null) => (milliseconds === null ? null : new Date(milliseconds))

/** A mail that is about to be handed to the transport. */
export type EmailAttempt = {
  emailId: string
  jobId: string
  toAddress: string
  fromAddress: string
  replyTo: string | null
  subject: string
  contentSealed: string
}

/**
 * Records attempts before they are made, so that a crash leaves a trace. What cannot leave any more is left out:
 * the lease was lost, the send was paused or cancelled, the invitation closed, the address changed.
 * @returns the ids of the e-mails that may go
 */
export async function markAttempts(
  database: Database,
  mark: {
    leaseToken: string
    transport: 'outbox' | 'postmark' | 'smtp'
    attempts: readonly EmailAttempt[]
    sendIds: readonly string[]
    now: Date
  },
): Promise<Set<string>> {
  const now = mark.now.getTime()
  const written = await database.write([
    sql`
      update emails
      set status = 'sending', attempted_at = ${now}, doubts = doubts + (emails.status = 'sending'), transport = ${mark.transport}, error = null,
          to_address = attempt.value->>'toAddress', from_address = attempt.value->>'fromAddress',
          reply_to = attempt.value->>'replyTo', subject = attempt.value->>'subject',
          content_sealed = attempt.value->>'contentSealed'
      from json_each(${JSON.stringify(mark.attempts)}) attempt
      where emails.id = attempt.value->>'emailId'
        and emails.status in ('queued', 'sending')
        and exists (
          select 1 from jobs where jobs.id = attempt.value->>'jobId' and jobs.lease_token = ${mark.leaseToken})
        and not exists (
          select 1 from sends where sends.id = emails.send_id and sends.status in ('paused', 'cancelled'))
        and (emails.contact_id is null or exists (
          select 1 from contacts where contacts.id = emails.contact_id and contacts.email = attempt.value->>'toAddress'))
        and (emails.kind <> 'invitation' or exists (
          select 1 from invitations
          where invitations.id = emails.invitation_id and invitations.deactivated_at is null
            and (invitations.expires_at is null or invitations.expires_at > ${now})
            and (invitations.maximum_redemptions is null
              or invitations.redemption_count < invitations.maximum_redemptions)))
      returning emails.id`,
    startSends(mark.sendIds),
  ])
  return new Set(written.ok ? (written.results[0]?.rows ?? []).map((row) => String(row.id)) : [])
}

/** What became of a mail. */
export type EmailOutcome = {
  emailId: string
  jobId: string
  status: Extract<EmailStatus, 'queued' | 'sending' | 'sent' | 'failed' | 'suppressed' | 'not_sent'>
  messageId: string | null
  /** How many mails the provider took for this one, besides the first. */
  duplicates: number
  /** When to ask the provider what became of it; null: never. */
  checkAt: number | null
  errorCode: number | null
  error: string | null
  /** A line on the timelines; null for none. */
  activity: { id: string; type: string; subject: string } | null
}

/**
 * Records what became of mails: rows, timelines, and New to Sent for invitations. That a mail was sent is a fact,
 * whoever holds the lease by now; everything else is only for who holds it. Jobs follow in the same batch, after these.
 */
export function recordOutcomes(leaseToken: string, outcomes: readonly EmailOutcome[], now: Date): Change[] {
  const json = JSON.stringify(outcomes)
  const concerned = sql`
    from json_each(${json}) outcome
    join emails on emails.id = outcome.value->>'emailId'
    where emails.status in ('queued', 'sending')
      and (outcome.value->>'status' = 'sent' or exists (
        select 1 from jobs where jobs.id = outcome.value->>'jobId' and jobs.lease_token = ${leaseToken}))`
  return [
    sql`
      insert into activities (id, type, contact_id, invitation_id, subject, data, occurred_at)
      select outcome.value->>'$.activity.id', outcome.value->>'$.activity.type', emails.contact_id, emails.invitation_id,
        outcome.value->>'$.activity.subject', json_object('emailId', emails.id), ${now.getTime()}
      ${concerned} and outcome.value->>'$.activity.id' is not null`,
    sql`
      update invitations set sent_at = ${now.getTime()}, updated_at = ${now.getTime()}
      where sent_at is null and id in (
        select emails.invitation_id ${concerned} and emails.kind = 'invitation' and outcome.value->>'status' = 'sent')`,
    updateEmails(json, leaseToken, now),
  ]
}

// A mail that goes back to the queue was certainly not taken: it needs no look at the provider before the next attempt.
const updateEmails = (outcomesJson: string, leaseToken: string, now: Date): SQL => sql`
  update emails
  set status = outcome.value->>'status',
      provider_message_id = coalesce(outcome.value->>'messageId', provider_message_id),
      duplicates = max(duplicates, outcome.value->>'duplicates'),
      next_check_at = outcome.value->>'checkAt',
      provider_error_code = outcome.value->>'errorCode',
      error = outcome.value->>'error',
      attempted_at = case when outcome.value->>'status' = 'queued' then null else attempted_at end,
      sent_at = case when outcome.value->>'status' = 'sent' then ${now.getTime()} else sent_at end,
      failed_at = case when outcome.value->>'status' in ('failed', 'suppressed') then ${now.getTime()} else failed_at end,
      input_sealed = case when outcome.value->>'status' in ('sent', 'not_sent') then null else input_sealed end
  from json_each(${outcomesJson}) outcome
  where emails.id = outcome.value->>'emailId' and emails.status in ('queued', 'sending')
    and (outcome.value->>'status' = 'sent' or exists (
      select 1 from jobs where jobs.id = outcome.value->>'jobId' and jobs.lease_token = ${leaseToken}))
  returning emails.id`
