import { exclusionReasons, sendStatuses } from '@usher/domain'
import {
  cancelSend,
  getSend,
  listSendExclusions,
  listSendExclusionsSchema,
  listSends,
  listSendsSchema,
  pauseSend,
  resumeSend,
  sendInvitations,
  sendInvitationsSchema,
} from '@usher/services'
import * as v from 'valibot'
import { count, id, idOrNull, instant, instantOrNull, pageOf, textOrNull } from '../fields.ts'
import type { Operation } from '../operation.ts'

const exclusion = { invitationId: id, contactId: idOrNull, reason: v.picklist(exclusionReasons) }
const listed = v.object({
  id,
  status: v.picklist(sendStatuses),
  planned: count,
  queued: v.pipe(count, v.description('Not yet with the transport.')),
  sent: v.pipe(count, v.description('Taken by the transport, whatever became of it since.')),
  delivered: count,
  bounced: count,
  failed: count,
  notSent: count,
  excludedCount: count,
  scheduledFor: v.pipe(
    textOrNull,
    v.description('A time of each recipient’s clock, or an instant; null: at once.'),
  ),
  waitingReason: v.pipe(
    textOrNull,
    v.description('Why mails wait, when the transport refuses the whole queue.'),
  ),
  createdById: idOrNull,
  createdByName: textOrNull,
  createdAt: instant,
  pausedAt: instantOrNull,
  cancelledAt: instantOrNull,
  completedAt: instantOrNull,
})
const send = v.object({ ...listed.entries, excluded: v.array(v.object(exclusion)) })

export const createdSend = v.object({ id, planned: count, excluded: v.array(v.object(exclusion)) })

const tag = 'Sends'
const action = (
  name: 'pause' | 'resume' | 'cancel',
  description: string,
  run: Operation['run'],
): Operation => ({
  method: 'post',
  path: `/sends/:sendId/${name}`,
  operationId: `${name}Send`,
  tag,
  summary: `${name[0]?.toUpperCase()}${name.slice(1)} a send`,
  description,
  status: 200,
  answer: send,
  run,
})

export const sendOperations: Operation[] = [
  {
    method: 'post',
    path: '/sends',
    operationId: 'sendInvitations',
    tag,
    summary: 'Send invitations',
    description:
      'Who is mailed is decided now; the mails leave in the background, to primary addresses alone.',
    body: sendInvitationsSchema,
    status: 202,
    answer: createdSend,
    run: sendInvitations,
  },
  {
    method: 'get',
    path: '/sends',
    operationId: 'listSends',
    tag,
    summary: 'List sends',
    query: listSendsSchema,
    status: 200,
    answer: pageOf(listed),
    run: listSends,
  },
  {
    method: 'get',
    path: '/sends/:sendId',
    operationId: 'getSend',
    tag,
    summary: 'How far a send has come',
    status: 200,
    answer: send,
    run: getSend,
  },
  {
    method: 'get',
    path: '/sends/:sendId/exclusions',
    operationId: 'listSendExclusions',
    tag,
    summary: 'Who was left out of a send',
    query: withoutSendId(),
    status: 200,
    answer: pageOf(
      v.object({
        id,
        ...exclusion,
        invitationName: textOrNull,
        contactFirstName: textOrNull,
        contactLastName: textOrNull,
        contactEmail: textOrNull,
      }),
    ),
    run: listSendExclusions,
  },
  action('pause', 'Mails that wait stay until it is resumed.', pauseSend),
  action('resume', 'Mails that wait go on their way.', resumeSend),
  action('cancel', 'Mails that wait are never sent.', cancelSend),
]

function withoutSendId() {
  const { sendId: _, ...entries } = listSendExclusionsSchema.entries
  return v.strictObject(entries)
}
