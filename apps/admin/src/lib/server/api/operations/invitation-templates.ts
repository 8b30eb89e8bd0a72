import {
  deleteInvitationTemplate,
  getInvitationTemplate,
  listInvitationTemplates,
  saveInvitationTemplate,
  saveInvitationTemplateSchema,
} from '@usher/services'
import * as v from 'valibot'
import { count, id, idOrNull, instant, named, pageOf, textOrNull } from '../fields.ts'
import type { Operation } from '../operation.ts'

const countOrNull = v.nullable(count)
const template = v.object({
  id,
  name: v.string(),
  website: named,
  attributes: v.object({
    type: v.picklist(['single', 'group']),
    webRoleIds: v.array(id),
    assignToAccountId: idOrNull,
    redemptionWorkflowId: idOrNull,
    redeemableBy: v.picklist(['invited', 'anyone', 'domains']),
    emailDomains: v.array(v.string()),
    maximumRedemptions: countOrNull,
    message: textOrNull,
    expiresInDays: countOrNull,
    grantLastsDays: countOrNull,
  }),
  createdBy: named,
  createdAt: instant,
  updatedAt: instant,
})
const tag = 'Invitation templates'

export const invitationTemplateOperations: Operation[] = [
  {
    method: 'get',
    path: '/invitation-templates',
    operationId: 'listInvitationTemplates',
    tag,
    summary: 'List templates of invitations',
    status: 200,
    answer: pageOf(template),
    run: listInvitationTemplates,
  },
  {
    method: 'get',
    path: '/invitation-templates/:id',
    operationId: 'getInvitationTemplate',
    tag,
    summary: 'Get a template',
    status: 200,
    answer: template,
    run: getInvitationTemplate,
  },
  {
    method: 'post',
    path: '/invitation-templates',
    operationId: 'saveInvitationTemplate',
    tag,
    summary: 'Save an invitation as a template',
    description: 'Without its contacts and its code. Replaces the template of that name.',
    body: saveInvitationTemplateSchema,
    status: 201,
    answer: template,
    run: saveInvitationTemplate,
  },
  {
    method: 'delete',
    path: '/invitation-templates/:id',
    operationId: 'deleteInvitationTemplate',
    tag,
    summary: 'Delete a template',
    status: 204,
    run: deleteInvitationTemplate,
  },
]
