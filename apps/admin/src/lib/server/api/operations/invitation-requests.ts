import { invitationRequestDecisions, invitationRequestKinds } from '@usher/domain'
import {
  approveInvitationRequest,
  closeInvitationRequest,
  listInvitationRequests,
  listInvitationRequestsSchema,
} from '@usher/services'
import * as v from 'valibot'
import { id, idOrNull, instant, instantOrNull, named, pageOf, textOrNull } from '../fields.ts'
import type { Operation } from '../operation.ts'

const request = v.object({
  id,
  kind: v.picklist(invitationRequestKinds),
  requestedAt: instant,
  decision: v.pipe(
    v.nullable(v.picklist(invitationRequestDecisions)),
    v.description('null while it waits for an answer.'),
  ),
  decidedAt: instantOrNull,
  decidedByName: textOrNull,
  invitation: named,
  owner: named,
  contact: v.object({ id, name: v.string(), email: textOrNull }),
  website: named,
  newInvitationId: idOrNull,
})
const tag = 'Invitations'

/** What invitees ask for or tell; staff and their scripts answer. */
export const invitationRequestOperations: Operation[] = [
  {
    method: 'get',
    path: '/invitation-requests',
    operationId: 'listInvitationRequests',
    tag,
    summary: 'List what invitees ask for: new links, and what is not for them',
    query: listInvitationRequestsSchema,
    status: 200,
    answer: pageOf(request),
    run: listInvitationRequests,
  },
  {
    method: 'post',
    path: '/invitation-requests/:id/approve',
    operationId: 'approveInvitationRequest',
    tag,
    summary: 'Give a new link',
    description: 'It is mailed to the contact whom the invitation was made for, and to nobody else.',
    status: 200,
    answer: request,
    run: approveInvitationRequest,
  },
  {
    method: 'post',
    path: '/invitation-requests/:id/close',
    operationId: 'closeInvitationRequest',
    tag,
    summary: 'Give no new link, or note what was told',
    status: 200,
    answer: request,
    run: closeInvitationRequest,
  },
]
