import { type SQL, sql } from 'drizzle-orm'

const sampleIds = (type: string) => sql`(select entity_id from sample_records where entity_type = ${type})`
const sampleInvitations = sampleIds('invitation')
const sampleRedemptions = sql`(select id from redemptions where invitation_id in ${sampleInvitations})`
const sampleRuns = sql`(select id from workflow_runs where invitation_id in ${sampleInvitations})`
const sampleEmails = sql`(select id from emails where invitation_id in ${sampleInvitations})`

/**
 * Takes the sample invitations away with all that grew out of them: redemptions, grants, mails, jobs, workflow runs,
 * timelines. To be followed by `deleteSampleStructure` in the same batch.
 */
export const deleteSampleInvitations = (now: Date): SQL[] => [
  // Contacts who came into being by redeeming: nobody created or imported them, and they redeemed nothing else.
  sql`
    insert or ignore into sample_records (entity_type, entity_id, created_at)
    select distinct 'contact', contact_id, ${now.getTime()} from redemptions
    where invitation_id in ${sampleInvitations}
      and not exists (select 1 from activities
        where activities.contact_id = redemptions.contact_id and type in ('contact_created', 'contact_imported'))
      and not exists (select 1 from redemptions other
        where other.contact_id = redemptions.contact_id and other.invitation_id not in ${sampleInvitations})`,
  sql`
    delete from jobs
    where key in (select 'email:' || id from emails where id in ${sampleEmails})
      or key in (select 'workflow-run:' || id from workflow_runs where id in ${sampleRuns})`,
  sql`
    update sends set planned_count =
      (select count(*) from emails where emails.send_id = sends.id and emails.id not in ${sampleEmails})
    where id in (select send_id from emails where id in ${sampleEmails})`,
  sql`delete from emails where id in ${sampleEmails}`,
  sql`delete from send_exclusions where invitation_id in ${sampleInvitations}`,
  sql`
    delete from sends
    where planned_count = 0
      and not exists (select 1 from emails where emails.send_id = sends.id)
      and not exists (select 1 from send_exclusions where send_exclusions.send_id = sends.id)`,
  sql`delete from workflow_runs where id in ${sampleRuns}`,
  sql`delete from grants where redemption_id in ${sampleRedemptions}`,
  // Who joined an account by it goes back to the one they had.
  sql`
    update contacts set account_id = (
      select previous_account_id from redemptions
      where redemptions.contact_id = contacts.id and invitation_id in ${sampleInvitations} and undone_at is null
      order by redeemed_at limit 1),
      updated_at = ${now.getTime()}
    where exists (
      select 1 from redemptions
      where redemptions.contact_id = contacts.id and redemptions.account_id = contacts.account_id
        and invitation_id in ${sampleInvitations} and undone_at is null)`,
  sql`delete from redemptions where id in ${sampleRedemptions}`,
  sql`
    delete from activities
    where invitation_id in ${sampleInvitations}
      or (contact_id in (select contact_id from invitation_recipients where invitation_id in ${sampleInvitations})
        and data->>'invitationId' in ${sampleInvitations})`,
  sql`delete from invitations where id in ${sampleInvitations}`,
]

// What refers to a contact now is of somebody else's making.
const removableContacts = sql`(
  select entity_id from sample_records sample
  where entity_type = 'contact'
    and not exists (select 1 from invitation_recipients where contact_id = sample.entity_id)
    and not exists (select 1 from invitations where inviter_contact_id = sample.entity_id)
    and not exists (select 1 from redemptions where contact_id = sample.entity_id)
    and not exists (select 1 from grants where contact_id = sample.entity_id)
    and not exists (select 1 from emails where contact_id = sample.entity_id)
    and not exists (select 1 from workflow_runs where contact_id = sample.entity_id))`
const removableSignIns = sql`(select email from invitee_users where contact_id in ${removableContacts})`
const signInEmails = sql`(
  select id from emails
  where contact_id is null and invitation_id is null and kind in ('email_code', 'password_reset')
    and lower(to_address) in ${removableSignIns})`

/** Takes away the sample contacts, web roles, websites and accounts that nothing else refers to. The others stay, on record. */
export const deleteSampleStructure = (): {
  contacts: SQL[]
  webRoles: SQL
  websites: SQL
  accounts: SQL
} => ({
  contacts: [
    sql`delete from jobs where key in (select 'email:' || id from emails where id in ${signInEmails})`,
    sql`delete from emails where id in ${signInEmails}`,
    sql`delete from invitee_users where contact_id in ${removableContacts}`,
    sql`delete from activities where contact_id in ${removableContacts}`,
    sql`delete from contacts where id in ${removableContacts}`,
  ],
  webRoles: sql`
    delete from web_roles
    where id in ${sampleIds('web_role')}
      and not exists (select 1 from grants where web_role_id = web_roles.id)
      and not exists (select 1 from invitation_web_roles where web_role_id = web_roles.id)`,
  websites: sql`
    delete from websites
    where id in ${sampleIds('website')}
      and not exists (select 1 from web_roles where website_id = websites.id)
      and not exists (select 1 from invitations where website_id = websites.id)`,
  accounts: sql`
    delete from accounts
    where id in ${sampleIds('account')}
      and not exists (select 1 from contacts where account_id = accounts.id)
      and not exists (select 1 from invitations where assign_to_account_id = accounts.id)
      and not exists (select 1 from redemptions where accounts.id in (account_id, previous_account_id))`,
})
