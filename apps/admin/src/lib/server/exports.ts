import { fullName, type ManagementRefusal, type Result } from '@usher/domain'
import {
  listAccounts,
  listAuditEvents,
  listContacts,
  listEmails,
  listInvitations,
  listRedemptions,
  listWebRoles,
  listWebsites,
  listWorkflowRuns,
  type Page,
} from '@usher/services'
import type { by } from './by.ts'
import type { csvCell } from './csv.ts'

type Called = ReturnType<typeof by>
type Cell = Parameters<typeof csvCell>[0]
type Pages = (
  called: Called,
  input: Record<string, unknown>,
) => Promise<Result<Page<Cell[]>, ManagementRefusal>>
export type Export = { filters: readonly string[]; header: readonly string[]; page: Pages }

/** Rows of a list verb as cells. */
function rowsOf<Item>(
  list: (call: Called & { input: never }) => Promise<Result<Page<Item>, ManagementRefusal>>,
  cells: (item: Item) => Cell[],
): Pages {
  return async (called, input) => {
    const found = await list({ ...called, input: input as never })
    return found.ok
      ? { ok: true, value: { items: found.value.items.map(cells), nextCursor: found.value.nextCursor } }
      : found
  }
}
const names = (items: readonly { name: string }[]) => items.map(({ name }) => name).join(', ')

/** Every list that can be had as CSV, by the last part of its address. */
export const exports: Record<string, Export> = {
  contacts: {
    filters: ['accountId', 'webRoleId'],
    header: [
      'First name',
      'Last name',
      'E-mail',
      'Second e-mail',
      'Third e-mail',
      'Account',
      'Language',
      'Time zone',
      'Added',
    ],
    page: rowsOf(listContacts, (contact) => [
      contact.firstName,
      contact.lastName,
      contact.email,
      contact.email2,
      contact.email3,
      contact.accountName,
      contact.locale,
      contact.timeZone,
      contact.createdAt,
    ]),
  },
  accounts: {
    filters: [],
    header: ['Name', 'Number', 'E-mail', 'Website', 'Contacts', 'Added'],
    page: rowsOf(listAccounts, (account) => [
      account.name,
      account.number,
      account.email,
      account.websiteUrl,
      account.contactCount,
      account.createdAt,
    ]),
  },
  'web-roles': {
    filters: ['websiteId'],
    header: ['Name', 'Website', 'Description', 'Contacts', 'Added'],
    page: rowsOf(listWebRoles, (role) => [
      role.name,
      role.websiteName,
      role.description,
      role.contactCount,
      role.createdAt,
    ]),
  },
  websites: {
    filters: [],
    header: ['Name', 'Base URL', 'Web roles', 'Added'],
    page: rowsOf(listWebsites, (website) => [
      website.name,
      website.baseUrl,
      website.webRoleCount,
      website.createdAt,
    ]),
  },
  invitations: {
    filters: ['view', 'contactId', 'websiteId', 'ownerId'],
    header: [
      'Name',
      'Type',
      'Status',
      'Expired',
      'Website',
      'Owner',
      'Invited',
      'Web roles',
      'Redeemed',
      'Maximum',
      'Expires',
      'Sent',
      'Created',
    ],
    page: rowsOf(listInvitations, (invitation) => [
      invitation.name,
      invitation.type,
      invitation.status,
      invitation.isExpired ? 'yes' : 'no',
      invitation.website.name,
      invitation.owner.name,
      invitation.recipientCount > invitation.recipients.length
        ? `${invitation.recipientCount} contacts`
        : invitation.recipients.map((contact) => contact.email ?? fullName(contact)).join(', '),
      names(invitation.webRoles),
      invitation.redemptionCount,
      invitation.maximumRedemptions,
      invitation.expiresAt,
      invitation.sentAt,
      invitation.createdAt,
    ]),
  },
  redemptions: {
    filters: ['invitationId', 'contactId'],
    header: ['Contact', 'E-mail', 'Invitation', 'Account', 'Web roles', 'Redeemed', 'Undone', 'IP address'],
    page: rowsOf(listRedemptions, (redemption) => [
      redemption.contactName,
      redemption.contactEmail,
      redemption.invitationName,
      redemption.account?.name,
      names(redemption.webRoles),
      redemption.redeemedAt,
      redemption.undoneAt,
      redemption.ipAddress,
    ]),
  },
  emails: {
    filters: ['status', 'kind', 'invitationId', 'contactId', 'sendId'],
    header: [
      'To',
      'Subject',
      'Kind',
      'Status',
      'Invitation',
      'Queued',
      'Sent',
      'Delivered',
      'Opened',
      'Problem',
    ],
    page: rowsOf(listEmails, (email) => [
      email.toAddress,
      email.subject,
      email.kind,
      email.status,
      email.invitationName,
      email.createdAt,
      email.sentAt,
      email.deliveredAt,
      email.openedAt,
      email.error,
    ]),
  },
  'workflow-runs': {
    filters: ['workflowId', 'contactId', 'status'],
    header: ['Workflow', 'Status', 'Begun', 'Ended', 'Problem'],
    page: rowsOf(listWorkflowRuns, (run) => [
      run.workflowName,
      run.status,
      run.createdAt,
      run.endedAt,
      run.error,
    ]),
  },
  'audit-log': {
    filters: ['entityType', 'entityId', 'actorId', 'action', 'from', 'until'],
    header: ['Time', 'Who', 'As', 'Action', 'What', 'Name', 'Id', 'Before', 'After', 'From'],
    page: rowsOf(listAuditEvents, (event) => [
      event.occurredAt,
      event.actorName,
      event.actorKind,
      event.action,
      event.entityType,
      event.entityName,
      event.entityId,
      event.before && JSON.stringify(event.before),
      event.after && JSON.stringify(event.after),
      event.ipAddress,
    ]),
  },
}
