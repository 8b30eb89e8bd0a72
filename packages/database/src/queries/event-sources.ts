import { type SQL, sql } from 'drizzle-orm'

/**
 * Where events are read from: rows that others write anyway, so that what happens costs nothing more. `rows` are read in
 * the order of their commits, by SQLite's row number; `times` are read by the clock, since nobody writes when a day comes.
 */
export type EventSource = {
  name: string
  kind: 'rows' | 'times'
  /** What is read, called `source`. */
  table: SQL
  /** Rows have an id by which the place is found should numbers have moved. */
  id: SQL | null
  /** Of `times`: the instant that has to come. */
  at?: SQL
  joins: SQL
  where: SQL
  type: SQL
  key: SQL
  contactId: SQL
  invitationId: SQL
  occurredAt: SQL
  data: SQL
}

const contactOf = (id: SQL) => sql`(select json_object('id', contacts.id, 'firstName', contacts.first_name,
  'lastName', contacts.last_name, 'email', contacts.email, 'accountId', contacts.account_id)
  from contacts where contacts.id = ${id})`
const invitationOf = (id: SQL) => sql`(select json_object('id', invitations.id, 'name', invitations.name,
  'type', invitations.type, 'status', invitations.status, 'websiteId', invitations.website_id)
  from invitations where invitations.id = ${id})`
const about = (contactId: SQL, invitationId: SQL) =>
  sql`'contact', json(${contactOf(contactId)}), 'invitation', json(${invitationOf(invitationId)})`
const grantOf = sql`json_object('grant', json_object('id', source.id, 'redemptionId', source.redemption_id),
  'contact', json(${contactOf(sql`source.contact_id`)}),
  'webRole', (select json_object('id', web_roles.id, 'name', web_roles.name, 'websiteId', web_roles.website_id)
    from web_roles where web_roles.id = source.web_role_id))`
const nobody = sql`null`

export const eventSources: readonly EventSource[] = [
  {
    name: 'activities',
    kind: 'rows',
    table: sql`activities source`,
    id: sql`id`,
    joins: sql``,
    where: sql`source.type in ('invitation_created', 'invitation_sent', 'invitation_deactivated', 'redemption_refused',
        'redemption_undone')
      or (source.type = 'contact_imported' and exists (select 1 from contacts
        where contacts.id = source.contact_id and contacts.created_at < source.occurred_at))`,
    type: sql`case source.type when 'redemption_refused' then 'redemption.refused'
      when 'redemption_undone' then 'redemption.undone' when 'contact_imported' then 'contact.updated'
      else replace(source.type, '_', '.') end`,
    key: sql`'activity:' || source.id`,
    contactId: sql`source.contact_id`,
    invitationId: sql`source.invitation_id`,
    occurredAt: sql`source.occurred_at`,
    data: sql`json_object(${about(sql`source.contact_id`, sql`source.invitation_id`)})`,
  },
  {
    name: 'email_events',
    kind: 'rows',
    table: sql`email_events source`,
    id: null,
    joins: sql`join emails on emails.id = source.email_id and emails.kind = 'invitation'`,
    where: sql`source.type in ('delivered', 'bounced')`,
    type: sql`'invitation.' || source.type`,
    key: sql`'email:' || source.email_id || ':' || source.type`,
    contactId: sql`emails.contact_id`,
    invitationId: sql`emails.invitation_id`,
    occurredAt: sql`source.occurred_at`,
    data: sql`json_object('emailId', emails.id, ${about(sql`emails.contact_id`, sql`emails.invitation_id`)})`,
  },
  {
    name: 'contacts',
    kind: 'rows',
    table: sql`contacts source`,
    id: sql`id`,
    joins: sql``,
    where: sql`true`,
    type: sql`'contact.created'`,
    key: sql`'contact.created:' || source.id`,
    contactId: sql`source.id`,
    invitationId: nobody,
    occurredAt: sql`source.created_at`,
    data: sql`json_object('contact', json(${contactOf(sql`source.id`)}))`,
  },
  {
    name: 'audit_events',
    kind: 'rows',
    table: sql`audit_events source`,
    id: sql`id`,
    joins: sql``,
    where: sql`source.action in ('contact.updated', 'contact.deleted')`,
    type: sql`source.action`,
    key: sql`'audit:' || source.id`,
    contactId: sql`source.entity_id`,
    invitationId: nobody,
    occurredAt: sql`source.occurred_at`,
    data: sql`json_object('contact',
      json(coalesce(${contactOf(sql`source.entity_id`)}, json_object('id', source.entity_id))))`,
  },
  {
    name: 'redemptions',
    kind: 'rows',
    table: sql`redemptions source`,
    id: sql`id`,
    joins: sql``,
    where: sql`true`,
    type: sql`'redemption.created'`,
    key: sql`'redemption.created:' || source.id`,
    contactId: sql`source.contact_id`,
    invitationId: sql`source.invitation_id`,
    occurredAt: sql`source.redeemed_at`,
    data: sql`json_object('redemption', json_object('id', source.id, 'accountId', source.account_id),
      ${about(sql`source.contact_id`, sql`source.invitation_id`)})`,
  },
  {
    name: 'grants',
    kind: 'rows',
    table: sql`grants source`,
    id: sql`id`,
    joins: sql``,
    where: sql`true`,
    type: sql`'grant.added'`,
    key: sql`'grant.added:' || source.id`,
    contactId: sql`source.contact_id`,
    invitationId: nobody,
    occurredAt: sql`source.granted_at`,
    data: grantOf,
  },
  {
    name: 'grants_revoked',
    kind: 'times',
    table: sql`grants source`,
    id: null,
    at: sql`source.revoked_at`,
    joins: sql``,
    where: sql`source.revoked_at is not null`,
    type: sql`'grant.removed'`,
    key: sql`'grant.removed:' || source.id`,
    contactId: sql`source.contact_id`,
    invitationId: nobody,
    occurredAt: sql`source.revoked_at`,
    data: grantOf,
  },
  {
    name: 'grants_ended',
    kind: 'times',
    table: sql`grants source`,
    id: null,
    at: sql`source.ends_at`,
    joins: sql``,
    where: sql`source.ends_at is not null and source.revoked_at is null`,
    type: sql`'grant.removed'`,
    key: sql`'grant.removed:' || source.id`,
    contactId: sql`source.contact_id`,
    invitationId: nobody,
    occurredAt: sql`source.ends_at`,
    data: grantOf,
  },
  {
    name: 'invitations_expired',
    kind: 'times',
    table: sql`invitations source`,
    id: null,
    at: sql`source.expires_at`,
    joins: sql``,
    where: sql`source.expires_at is not null and source.deactivated_at is null and source.status <> 'redeemed'`,
    type: sql`'invitation.expired'`,
    key: sql`'invitation.expired:' || source.id || ':' || source.expires_at`,
    contactId: nobody,
    invitationId: sql`source.id`,
    occurredAt: sql`source.expires_at`,
    data: sql`json_object('invitation', json(${invitationOf(sql`source.id`)}))`,
  },
]
