import {
  activateInvitation,
  bulkInvitationsSchema,
  createInvitation,
  createInvitationsInBulk,
  deactivateInvitation,
  deleteInvitation,
  explainEffect,
  extendInvitation,
  extendInvitationSchema,
  getInvitation,
  invitationChangesSchema,
  inviteContact,
  listInvitationRecipients,
  listInvitationRecipientsSchema,
  listInvitations,
  listInvitationsSchema,
  newInvitationSchema,
  revealInvitationCode,
  uninviteContact,
  updateInvitation,
} from '@usher/services'
import * as v from 'valibot'
import { collection, withOnce } from '../collection.ts'
import { count, id, idOrNull, instant, instantOrNull, named, pageOf, textOrNull, word } from '../fields.ts'
import type { Operation } from '../operation.ts'
import { finding } from './diagnosis.ts'

const attributes = {
  id,
  name: v.string(),
  type: v.picklist(['single', 'group']),
  status: v.picklist(['new', 'sent', 'redeemed', 'inactive']),
  isExpired: v.boolean(),
  websiteId: id,
  ownerId: id,
  inviterContactId: idOrNull,
  expiresAt: instantOrNull,
  assignToAccountId: idOrNull,
  redemptionWorkflowId: idOrNull,
  identityProviderId: idOrNull,
  maximumRedemptions: v.pipe(v.nullable(count), v.description('null: no limit.')),
  redemptionCount: count,
  seatsLeft: v.pipe(v.nullable(count), v.description('null: no limit.')),
  redeemableBy: v.picklist(['invited', 'anyone', 'domains']),
  emailDomains: v.array(v.string()),
  message: textOrNull,
  codeKind: v.picklist(['generated', 'chosen']),
  sentAt: instantOrNull,
  deactivatedAt: instantOrNull,
  createdAt: instant,
  updatedAt: instant,
}
const person = { id, firstName: textOrNull, lastName: textOrNull, email: textOrNull }
const recipient = v.object({
  ...person,
  status: v.pipe(word, v.description('`new`, how far the last mail has come, `declined` or `redeemed`.')),
  declinedAt: instantOrNull,
  redeemedAt: instantOrNull,
  lastEmail: v.nullable(v.object({ id, status: word })),
})
const listed = v.object({
  ...attributes,
  website: named,
  owner: named,
  recipientCount: count,
  recipients: v.pipe(v.array(v.object(person)), v.description('The first three.')),
  webRoles: v.array(named),
})
const invitation = v.object({
  ...attributes,
  invitedContactIds: v.array(id),
  webRoleIds: v.array(id),
  grantEndsAt: instantOrNull,
  grantLastsDays: v.nullable(count),
})
const detail = v.object({
  ...invitation.entries,
  website: v.object({ ...named.entries, baseUrl: v.string(), locale: v.string(), timeZone: v.string() }),
  owner: v.object({ ...named.entries, email: v.string() }),
  inviter: v.nullable(v.object(person)),
  account: v.nullable(named),
  workflow: v.nullable(v.object({ ...named.entries, status: word })),
  webRoles: v.array(
    v.object({
      ...named.entries,
      description: textOrNull,
      addedBy: named,
      grantEndsAt: instantOrNull,
      grantLastsDays: v.nullable(count),
    }),
  ),
  recipientCount: count,
  recipients: v.pipe(v.array(recipient), v.description('The first 200 by name.')),
  redeemedContacts: v.pipe(
    v.array(v.object({ ...person, redemptionId: id, redeemedAt: instant })),
    v.description('The latest 200.'),
  ),
})
const once = {
  code: v.pipe(v.string(), v.description('Shown this once; later `reveal-code` shows it, on the record.')),
  redemptionUrl: v.string(),
}
const views = v.object({
  new: count,
  open: count,
  completed: count,
  inactive: count,
  expired: count,
  all: count,
})

const effect = v.object({
  contact: v.object({ id, name: v.string(), email: textOrNull }),
  webRoles: v.array(
    v.object({
      ...named.entries,
      effect: v.pipe(
        v.picklist(['new', 'again', 'never']),
        v.description('`again`: they have it from elsewhere too. `never`: it would not be given.'),
      ),
      endsAt: instantOrNull,
    }),
  ),
  account: v.pipe(
    v.nullable(v.object({ left: v.nullable(named), joined: named })),
    v.description('null: their account stays.'),
  ),
  findings: v.array(finding),
})

const tag = 'Invitations'
const [list, ...others] = collection({
  path: '/invitations',
  tag,
  one: 'Invitation',
  many: 'Invitations',
  noun: 'invitation',
  list: { run: listInvitations, query: listInvitationsSchema, item: listed },
  create: {
    run: createInvitation,
    body: newInvitationSchema,
    example: { name: 'Spring partners', type: 'group', maximumRedemptions: 20 },
    answer: withOnce(invitation, once),
  },
  get: { run: getInvitation, answer: detail },
  update: {
    run: updateInvitation,
    body: invitationChangesSchema,
    answer: invitation,
    description:
      'Fields that are not given stay as they are; `null` empties one. The type is fixed. `code: null` makes a new code.',
  },
  remove: {
    run: deleteInvitation,
    description: 'Only one that was never sent nor redeemed; otherwise 409: deactivate it.',
  },
})

const action = (
  name: string,
  rest: Pick<Operation, 'operationId' | 'summary' | 'description' | 'answer' | 'run'>,
): Operation => ({
  method: 'post',
  path: `/invitations/:id/${name}`,
  tag,
  status: 200,
  ...rest,
})

export const invitationOperations: Operation[] = [
  ...(list ? [{ ...list, answer: v.object({ ...pageOf(listed).entries, counts: v.nullable(views) }) }] : []),
  ...others,
  action('activate', {
    operationId: 'activateInvitation',
    summary: 'Activate an invitation again',
    answer: invitation,
    run: activateInvitation,
  }),
  action('deactivate', {
    operationId: 'deactivateInvitation',
    summary: 'Deactivate an invitation',
    description: 'Nobody can redeem it from the moment this is answered.',
    answer: invitation,
    run: deactivateInvitation,
  }),
  action('reveal-code', {
    operationId: 'revealInvitationCode',
    summary: 'Show the code',
    description: 'Goes on the record: on the timeline of the invitation and in the audit log.',
    answer: v.object({ code: v.string(), redemptionUrl: v.string() }),
    run: revealInvitationCode,
  }),
  {
    ...action('extend', {
      operationId: 'extendInvitation',
      summary: 'Extend an invitation by some days',
      description: 'From its own last day on, or from today where that has passed.',
      answer: invitation,
      run: extendInvitation,
    }),
    body: v.strictObject({ days: extendInvitationSchema.entries.days }),
  },
  {
    ...action('invite', {
      operationId: 'inviteContact',
      summary: 'Invite one more contact to a Group',
      answer: invitation,
      run: inviteContact,
    }),
    body: v.strictObject({ contactId: id }),
  },
  {
    ...action('uninvite', {
      operationId: 'uninviteContact',
      summary: 'Take one contact out of those who are invited',
      answer: invitation,
      run: uninviteContact,
    }),
    body: v.strictObject({ contactId: id }),
  },
  {
    method: 'get',
    path: '/invitations/:invitationId/effects/:contactId',
    operationId: 'explainEffect',
    tag,
    summary: 'Tell what redeeming it would do for a contact',
    status: 200,
    answer: effect,
    run: explainEffect,
  },
  {
    method: 'post',
    path: '/invitations/bulk',
    operationId: 'createInvitationsInBulk',
    tag,
    summary: 'Create one Single invitation a contact',
    description: 'All or none, for up to 5,000 contacts. Codes are mailed, or revealed one by one.',
    body: bulkInvitationsSchema,
    status: 201,
    answer: v.object({ invitations: v.array(v.object({ id, contactId: id })) }),
    run: createInvitationsInBulk,
  },
  {
    method: 'get',
    path: '/invitations/:invitationId/recipients',
    operationId: 'listInvitationRecipients',
    tag,
    summary: 'List the invited contacts',
    query: withoutInvitationId(),
    status: 200,
    answer: pageOf(recipient),
    run: listInvitationRecipients,
  },
]

function withoutInvitationId() {
  const { invitationId: _, ...entries } = listInvitationRecipientsSchema.entries
  return v.strictObject(entries)
}
