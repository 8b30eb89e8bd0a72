import { mailContentSchema } from '@usher/domain'
import {
  activateEmailTemplate,
  deleteEmailTemplateDraft,
  getEmailTemplate,
  restoreEmailTemplate,
  restoreEmailTemplateSchema,
  updateEmailTemplateDraft,
  updateEmailTemplateDraftSchema,
} from '@usher/services'
import {
  previewEmailTemplate,
  previewEmailTemplateSchema,
  sendTestEmail,
  sendTestEmailSchema,
} from '@usher/services/publish'
import * as v from 'valibot'
import { count, id, instant, instantOrNull, textOrNull } from '../fields.ts'
import type { Operation } from '../operation.ts'

const template = v.object({
  active: v.pipe(mailContentSchema, v.description('What is sent.')),
  activeVersion: v.pipe(v.nullable(count), v.description('null: the mail that Usher brings.')),
  activatedAt: instantOrNull,
  draft: v.nullable(mailContentSchema),
  draftUpdatedAt: instantOrNull,
  versions: v.array(
    v.object({
      id,
      version: count,
      content: mailContentSchema,
      createdByName: textOrNull,
      createdAt: instant,
      isActive: v.boolean(),
    }),
  ),
  isSending: v.pipe(v.boolean(), v.description('false while the Send Invitation workflow is deactivated.')),
})
const tag = 'Invitation mail'
const path = '/email-template'
const answered = { tag, status: 200, answer: template } as const

export const emailTemplateOperations: Operation[] = [
  {
    ...answered,
    method: 'get',
    path,
    operationId: 'getEmailTemplate',
    summary: 'The mail of invitations: what is sent, the draft, every version',
    run: getEmailTemplate,
  },
  {
    ...answered,
    method: 'patch',
    path: `${path}/draft`,
    operationId: 'updateEmailTemplateDraft',
    summary: 'Save the draft; what is sent stays as it is',
    body: updateEmailTemplateDraftSchema,
    run: updateEmailTemplateDraft,
  },
  {
    ...answered,
    method: 'delete',
    path: `${path}/draft`,
    operationId: 'deleteEmailTemplateDraft',
    summary: 'Discard the draft',
    run: deleteEmailTemplateDraft,
  },
  {
    ...answered,
    method: 'post',
    path: `${path}/activate`,
    operationId: 'activateEmailTemplate',
    summary: 'Send the draft from now on',
    description:
      '400 names each problem by language, part and line (`en.body:3`): unknown merge fields, broken MJML, no `redeem_url`.',
    run: activateEmailTemplate,
  },
  {
    ...answered,
    method: 'post',
    path: `${path}/restore`,
    operationId: 'restoreEmailTemplate',
    summary: 'Make an earlier version the draft',
    body: restoreEmailTemplateSchema,
    run: restoreEmailTemplate,
  },
  {
    method: 'post',
    path: `${path}/preview`,
    operationId: 'previewEmailTemplate',
    tag,
    summary: 'How it would look for somebody; a read',
    body: previewEmailTemplateSchema,
    status: 200,
    answer: v.object({
      language: v.string(),
      mail: v.nullable(v.object({ subject: v.string(), html: v.string(), text: v.string() })),
      problems: v.array(
        v.object({ language: v.string(), part: v.string(), line: v.nullable(count), message: v.string() }),
      ),
    }),
    run: previewEmailTemplate,
  },
  {
    method: 'post',
    path: `${path}/test`,
    operationId: 'sendTestEmail',
    tag,
    summary: 'Mail the preview to an address',
    body: sendTestEmailSchema,
    status: 202,
    answer: v.object({ emailId: id }),
    run: sendTestEmail,
  },
]
