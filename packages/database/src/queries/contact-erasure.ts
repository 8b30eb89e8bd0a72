import { type SQL, sql } from 'drizzle-orm'
import { guard } from '../connection/statement.ts'
import { forgetSuppressedAddress } from './suppressions.ts'

/** Not erased yet, and still the one that staff confirmed by its address. */
export const contactIsToBeErased = (contactId: string, email: string | null) =>
  guard(
    'changed',
    sql`exists (select 1 from contacts where id = ${contactId} and erased_at is null and email is ${email})`,
  )

/** What stands on a timeline or a list instead of a name. */
export const erasedName = 'Erased person'

/**
 * Takes a person out of everything that is kept: contact, sign-in, mails, timelines, audit, workflow data and what was or
 * will be told to webhooks. Rows that count for others stay, without words: seats, redemptions, sends.
 * @param address the primary e-mail; codes were mailed to it before it belonged to a contact
 */
export function eraseContactStatements(contactId: string, address: string | null, now: Date): SQL[] {
  const at = now.getTime()
  const theirEmails = sql`(select id from emails where contact_id = ${contactId}
    or lower(to_address) = lower(${address}) or lower(planned_address) = lower(${address}))`
  const theirRuns = sql`(select id from workflow_runs where contact_id = ${contactId})`
  const theirSingles = sql`(select invitations.id from invitations
    join invitation_recipients recipient on recipient.invitation_id = invitations.id
    where invitations.type = 'single' and recipient.contact_id = ${contactId})`
  const theirDeliveries = sql`(select id from webhook_deliveries
    where contact_id = ${contactId} or invitation_id in ${theirSingles})`
  return [
    ...eraseWork(theirEmails, theirRuns, theirDeliveries),
    sql`update email_events set data = '{}' where email_id in ${theirEmails}`,
    // What others were mailed in this person's name.
    sql`update emails set content_sealed = null
      where status <> 'queued' and invitation_id in (select id from invitations where inviter_contact_id = ${contactId})`,
    sql`update emails set input_sealed = null, content_sealed = null, subject = null, error = null,
        status = case status when 'queued' then 'not_sent' else status end,
        to_address = null, planned_address = null
      where id in ${theirEmails}`,
    sql`update workflow_run_steps set input = null, output = null, error = null where run_id in ${theirRuns}`,
    sql`update workflow_runs set error = null, wake = null,
        status = case when ended_at is null then 'cancelled' else status end,
        ended_at = coalesce(ended_at, ${at})
      where id in ${theirRuns}`,
    sql`update webhook_deliveries set payload = '{}', response_body = null, error = null,
        status = case when ended_at is null then 'cancelled' else status end,
        ended_at = coalesce(ended_at, ${at}), next_attempt_at = null
      where id in ${theirDeliveries}`,
    sql`update events set data = '{}' where contact_id = ${contactId} or invitation_id in ${theirSingles}`,
    sql`update activities set subject = ${erasedName} || ': ' || replace(type, '_', ' '), data = '{}'
      where contact_id = ${contactId}`,
    sql`update activities set subject = ${erasedName} || ': ' || replace(type, '_', ' '), data = '{}'
      where invitation_id in ${theirSingles}`,
    sql`update audit_events set before = null, after = null
      where entity_id = ${contactId} or entity_id in ${theirSingles}`,
    sql`update invitations set name = ${erasedName}, message = null, updated_at = ${at},
        deactivated_at = case when redemption_count < maximum_redemptions then coalesce(deactivated_at, ${at})
          else deactivated_at end
      where id in ${theirSingles}`,
    sql`update invitations set inviter_contact_id = null where inviter_contact_id = ${contactId}`,
    sql`update grants set revoked_at = ${at} where contact_id = ${contactId} and revoked_at is null`,
    sql`update redemptions set ip_address = null, user_agent = null where contact_id = ${contactId}`,
    sql`delete from invitee_users where contact_id = ${contactId} or email = lower(${address})`,
    sql`delete from contact_tags where contact_id = ${contactId}`,
    ...(address ? [forgetSuppressedAddress(address)] : []),
    sql`update contacts set first_name = ${erasedName}, last_name = null, email = null, email_normalised = null,
        email2 = null, email3 = null, account_id = null, locale = null, time_zone = null,
        erased_at = ${at}, updated_at = ${at}
      where id = ${contactId}`,
  ]
}

/** Work about the person that nobody has done yet is not done any more. */
const eraseWork = (emails: SQL, runs: SQL, deliveries: SQL): SQL[] => [
  sql`delete from jobs where payload->>'emailId' in ${emails} or payload->>'workflowRunId' in ${runs}
    or payload->>'deliveryId' in ${deliveries}`,
]
