import { emailStatuses } from '@usher/domain'
import { getEmail, listEmails, listEmailsSchema, resendEmail, resendEmailSchema } from '@usher/services'
import * as v from 'valibot'
import { id, idOrNull, instant, instantOrNull, pageOf, textOrNull, word } from '../fields.ts'
import type { Operation } from '../operation.ts'
import { createdSend } from './sends.ts'

const status = v.picklist(emailStatuses)
const listed = v.object({
  id,
  kind: word,
  status,
  toAddress: textOrNull,
  subject: textOrNull,
  invitationId: idOrNull,
  invitationName: textOrNull,
  contactId: idOrNull,
  contactFirstName: textOrNull,
  contactLastName: textOrNull,
  sendId: idOrNull,
  websiteId: idOrNull,
  transport: v.nullable(word),
  error: v.pipe(textOrNull, v.description('Why it failed, was not sent, or waits.')),
  createdAt: instant,
  attemptedAt: instantOrNull,
  sentAt: instantOrNull,
  deliveredAt: instantOrNull,
  openedAt: instantOrNull,
  failedAt: instantOrNull,
})
const email = v.object({
  ...listed.entries,
  fromAddress: textOrNull,
  replyTo: textOrNull,
  providerMessageId: textOrNull,
  providerErrorCode: v.nullable(v.number()),
  events: v.array(
    v.object({ type: status, occurredAt: instant, isMachine: v.boolean(), detail: v.nullable(v.string()) }),
  ),
  html: textOrNull,
  text: textOrNull,
  isMasked: v.pipe(v.boolean(), v.description('Codes and links in the text are masked.')),
  hiddenReason: v.pipe(textOrNull, v.description('Why codes and links that are kept are not shown.')),
})

export const emailOperations: Operation[] = [
  {
    method: 'get',
    path: '/emails',
    operationId: 'listEmails',
    tag: 'E-mails',
    summary: 'List e-mails',
    query: listEmailsSchema,
    status: 200,
    answer: pageOf(listed),
    run: listEmails,
  },
  {
    method: 'get',
    path: '/emails/:emailId',
    operationId: 'getEmail',
    tag: 'E-mails',
    summary: 'Get an e-mail with its text',
    description: 'Codes and links in it are masked, except while mails go to the outbox.',
    status: 200,
    answer: email,
    run: getEmail,
  },
  {
    method: 'post',
    path: '/emails/:emailId/resend',
    operationId: 'resendEmail',
    tag: 'E-mails',
    summary: 'Send an invitation again to one contact',
    description:
      'To a mended address if one is given, which the contact keeps. The code stays the one it was unless `code` is `new`.',
    body: withoutEmailId(),
    status: 202,
    answer: createdSend,
    run: resendEmail,
  },
]

function withoutEmailId() {
  const { emailId: _, ...entries } = resendEmailSchema.entries
  return v.strictObject(entries)
}
