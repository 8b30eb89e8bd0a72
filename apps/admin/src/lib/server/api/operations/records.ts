import {
  getRedemption,
  listActivities,
  listActivitiesSchema,
  listAuditEvents,
  listAuditEventsSchema,
  listRedemptions,
  listRedemptionsSchema,
  undoRedemption,
} from '@usher/services'
import * as v from 'valibot'
import { id, idOrNull, instant, instantOrNull, named, pageOf, textOrNull, word } from '../fields.ts'
import type { Operation } from '../operation.ts'

const data = v.record(v.string(), v.unknown())
const redemption = v.object({
  id,
  invitationId: id,
  invitationName: v.string(),
  contactId: id,
  contactName: v.string(),
  contactEmail: textOrNull,
  account: v.nullable(named),
  webRoles: v.array(named),
  ipAddress: textOrNull,
  redeemedAt: instant,
  undoneAt: instantOrNull,
})
const undoPlan = v.object({
  lostWebRoles: v.array(named),
  keptWebRoles: v.pipe(v.array(named), v.description('Given by another redemption or by hand as well.')),
  account: v.pipe(
    v.nullable(v.object({ left: named, joined: v.nullable(named) })),
    v.description('null: the account stays as it is.'),
  ),
  unlinkedEmail: textOrNull,
})
const redemptionDetail = v.object({
  id,
  invitation: named,
  website: named,
  contact: v.object({ id, firstName: textOrNull, lastName: textOrNull, email: textOrNull }),
  account: v.nullable(named),
  previousAccount: v.nullable(named),
  grants: v.array(
    v.object({
      id,
      webRole: named,
      grantedAt: instant,
      endsAt: instantOrNull,
      state: v.picklist(['active', 'ended', 'revoked']),
    }),
  ),
  ipAddress: textOrNull,
  redeemedAt: instant,
  undoneAt: instantOrNull,
  undoneBy: v.nullable(named),
  undo: v.pipe(v.nullable(undoPlan), v.description('What undoing it would do; null once it is undone.')),
})
const activity = v.object({
  id,
  type: word,
  subject: v.string(),
  contactId: idOrNull,
  contactName: textOrNull,
  invitationId: idOrNull,
  invitationName: textOrNull,
  data,
  occurredAt: instant,
})
const auditEvent = v.object({
  id,
  actorKind: word,
  actorId: idOrNull,
  actorName: v.string(),
  action: word,
  entityType: word,
  entityId: id,
  entityName: textOrNull,
  before: v.nullable(data),
  after: v.nullable(data),
  ipAddress: textOrNull,
  occurredAt: instant,
})

/** What happened. */
export const recordOperations: Operation[] = [
  {
    method: 'get',
    path: '/redemptions',
    operationId: 'listRedemptions',
    tag: 'Records',
    summary: 'List redemptions',
    query: listRedemptionsSchema,
    status: 200,
    answer: pageOf(redemption),
    run: listRedemptions,
  },
  {
    method: 'get',
    path: '/redemptions/:id',
    operationId: 'getRedemption',
    tag: 'Records',
    summary: 'Get a redemption and what undoing it would do',
    status: 200,
    answer: redemptionDetail,
    run: getRedemption,
  },
  {
    method: 'post',
    path: '/redemptions/:id/undo',
    operationId: 'undoRedemption',
    tag: 'Records',
    summary: 'Undo a redemption',
    description:
      'Takes back exactly what it gave, frees its seat, unlinks the sign-in it bound, and tells the invitee by mail. 409 when it is undone already.',
    status: 200,
    answer: redemptionDetail,
    run: undoRedemption,
  },
  {
    method: 'get',
    path: '/activities',
    operationId: 'listActivities',
    tag: 'Records',
    summary: 'List activities: the timeline of a contact, of an invitation, or of the house',
    query: listActivitiesSchema,
    status: 200,
    answer: pageOf(activity),
    run: listActivities,
  },
  {
    method: 'get',
    path: '/audit-events',
    operationId: 'listAuditEvents',
    tag: 'Records',
    summary: 'List who changed what',
    query: listAuditEventsSchema,
    status: 200,
    answer: pageOf(auditEvent),
    run: listAuditEvents,
  },
]
