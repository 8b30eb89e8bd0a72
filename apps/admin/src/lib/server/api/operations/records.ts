import {
  listActivities,
  listActivitiesSchema,
  listAuditEvents,
  listAuditEventsSchema,
  listRedemptions,
  listRedemptionsSchema,
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

/** What happened: read, never written from here. */
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
