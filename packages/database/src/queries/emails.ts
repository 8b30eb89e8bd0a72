import type { EmailStatus } from '@usher/domain'
import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { contacts, emailEvents, type EmailKind, emails, invitations } from '../schema/index.ts'
import { containsText, endPage, type Page, type PageRequest, type SortName, startPage } from './page.ts'

export type NewEmail = {
  id: string
  key: string
  kind: EmailKind
  sendId?: string
  invitationId?: string | null
  contactId?: string
  websiteId?: string | null
  workflowVersionId?: string
  /** Only for mails that go to no contact. */
  toAddress?: string
  inputSealed?: string
}

/** Any number of e-mails that wait to be sent, in one statement. A key that is there already keeps its e-mail. */
export const insertEmails = (newEmails: readonly NewEmail[], now: Date): SQL => sql`
  insert into emails
    (id, key, kind, send_id, invitation_id, contact_id, website_id, workflow_version_id, to_address, input_sealed,
     status, created_at)
  select value->>'id', value->>'key', value->>'kind', value->>'sendId', value->>'invitationId', value->>'contactId',
    value->>'websiteId', value->>'workflowVersionId', value->>'toAddress', value->>'inputSealed', 'queued', ${now.getTime()}
  from json_each(${JSON.stringify(newEmails)})
  where true
  on conflict (key) do nothing`

/** Invitation mails of a send, written by the active version of the built-in workflow; one statement for thousands. */
export const insertInvitationEmails = (
  sendId: string,
  recipients: readonly {
    emailId: string
    invitationId: string
    contactId: string
    plannedAddress: string
    scheduledAt: number | null
  }[],
  now: Date,
): SQL => sql`
  insert into emails (id, key, kind, send_id, invitation_id, contact_id, website_id, workflow_version_id, planned_address,
    scheduled_at, template_version_id, status, created_at)
  select value->>'emailId', 'invitation:' || ${sendId} || ':' || invitations.id || ':' || (value->>'contactId'), 'invitation',
    ${sendId}, invitations.id, value->>'contactId', invitations.website_id, workflows.active_version_id,
    value->>'plannedAddress', value->>'scheduledAt',
    (select active_version_id from email_templates where key = 'invitation'), 'queued', ${now.getTime()}
  from json_each(${JSON.stringify(recipients)})
  join invitations on invitations.id = value->>'invitationId'
  join workflows on workflows.built_in_key = 'send_invitation'`

export type EmailListItem = {
  id: string
  kind: EmailKind
  status: EmailStatus
  toAddress: string | null
  subject: string | null
  invitationId: string | null
  invitationName: string | null
  contactId: string | null
  contactFirstName: string | null
  contactLastName: string | null
  sendId: string | null
  websiteId: string | null
  transport: 'outbox' | 'postmark' | 'smtp' | null
  /** Why it failed, was not sent, or waits. */
  error: string | null
  createdAt: Date
  attemptedAt: Date | null
  sentAt: Date | null
  deliveredAt: Date | null
  openedAt: Date | null
  failedAt: Date | null
}

export const emailSorts = { createdAt: [emails.createdAt] }

const listed = {
  id: emails.id,
  kind: emails.kind,
  status: emails.status,
  // Before a mail leaves, its row has no address: it will go to what the contact's is then.
  toAddress: sql<string | null>`coalesce(${emails.toAddress}, ${contacts.email})`,
  subject: emails.subject,
  invitationId: emails.invitationId,
  invitationName: invitations.name,
  contactId: emails.contactId,
  contactFirstName: contacts.firstName,
  contactLastName: contacts.lastName,
  sendId: emails.sendId,
  websiteId: emails.websiteId,
  transport: emails.transport,
  error: emails.error,
  createdAt: emails.createdAt,
  attemptedAt: emails.attemptedAt,
  sentAt: emails.sentAt,
  deliveredAt: emails.deliveredAt,
  openedAt: emails.openedAt,
  failedAt: emails.failedAt,
}

export async function findEmails(
  database: Database,
  request: PageRequest<SortName<typeof emailSorts>> & {
    invitationId?: string | undefined
    contactId?: string | undefined
    sendId?: string | undefined
    kind?: EmailKind | undefined
    status?: EmailStatus | undefined
  },
): Promise<Page<EmailListItem> | null> {
  const page = startPage(request, emailSorts, emails.id)
  if (!page) return null
  const filter = and(
    containsText(request.search, [
      emails.toAddress,
      emails.subject,
      contacts.firstName,
      contacts.lastName,
      contacts.email,
      invitations.name,
    ]),
    request.invitationId === undefined ? undefined : eq(emails.invitationId, request.invitationId),
    request.contactId === undefined ? undefined : eq(emails.contactId, request.contactId),
    request.sendId === undefined ? undefined : eq(emails.sendId, request.sendId),
    request.kind === undefined ? undefined : eq(emails.kind, request.kind),
    request.status === undefined ? undefined : eq(emails.status, request.status),
  )
  const rows = await database.query
    .select({ ...listed, pageKey: page.key })
    .from(emails)
    .leftJoin(contacts, eq(contacts.id, emails.contactId))
    .leftJoin(invitations, eq(invitations.id, emails.invitationId))
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  const [total] = await database.query
    .select({ count: sql<number>`count(*)` })
    .from(emails)
    .leftJoin(contacts, eq(contacts.id, emails.contactId))
    .leftJoin(invitations, eq(invitations.id, emails.invitationId))
    .where(filter)
  return { ...endPage(page, rows), totalCount: total?.count ?? 0 }
}

export type EmailRow = EmailListItem &
  Pick<
    typeof emails.$inferSelect,
    'fromAddress' | 'replyTo' | 'contentSealed' | 'providerMessageId' | 'providerErrorCode'
  > & {
    /** `isMachine`: opened by no person, as far as that can be known. */
    events: { type: EmailStatus; occurredAt: Date; isMachine: boolean; detail: string | null }[]
  }

export async function findEmail(database: Database, emailId: string): Promise<EmailRow | null> {
  const { fromAddress, replyTo, contentSealed, providerMessageId, providerErrorCode } =
    getTableColumns(emails)
  const [row] = await database.query
    .select({ ...listed, fromAddress, replyTo, contentSealed, providerMessageId, providerErrorCode })
    .from(emails)
    .leftJoin(contacts, eq(contacts.id, emails.contactId))
    .leftJoin(invitations, eq(invitations.id, emails.invitationId))
    .where(eq(emails.id, emailId))
  if (!row) return null
  const events = await database.query
    .select({ type: emailEvents.type, occurredAt: emailEvents.occurredAt, data: emailEvents.data })
    .from(emailEvents)
    .where(eq(emailEvents.emailId, emailId))
    .orderBy(emailEvents.occurredAt)
  return {
    ...row,
    events: events.map(({ data, ...event }) => ({
      ...event,
      isMachine: Boolean(data['isMachine']),
      detail: typeof data['detail'] === 'string' ? data['detail'] : null,
    })),
  }
}
