import { createScimTarget, createScimTargetSchema, deleteScimTarget, getScimTarget } from '@usher/services'
import * as v from 'valibot'
import { count, id, instant, instantOrNull, textOrNull, word } from '../fields.ts'
import type { Operation } from '../operation.ts'

const tag = 'Provisioning'
const target = {
  id,
  websiteId: id,
  websiteName: v.string(),
  baseUrl: v.string(),
  failedAttempts: v.pipe(count, v.description('In a row; 0 when all is well.')),
  lastError: textOrNull,
  syncedAt: v.pipe(instantOrNull, v.description('When everything was there.')),
  createdAt: instant,
  updatedAt: instant,
}
const delivery = v.object({
  id,
  method: word,
  kind: word,
  localId: v.pipe(id, v.description('The contact, or the web role.')),
  name: v.string(),
  status: v.nullable(v.number()),
  error: textOrNull,
  occurredAt: instant,
})

export const scimOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/scim-targets',
    operationId: 'createScimTarget',
    tag,
    summary: 'Push a website’s people and web roles to it',
    description:
      'By SCIM 2.0: who has a web role becomes a User, each web role a Group. What changes is sent within seconds; who has no web role any more is deleted there.',
    body: createScimTargetSchema,
    status: 201,
    answer: v.object(target),
    run: createScimTarget,
  },
  {
    method: 'get',
    path: '/scim-targets/:websiteId',
    operationId: 'getScimTarget',
    tag,
    summary: 'Tell where a website’s people are pushed, and the newest requests',
    status: 200,
    answer: v.object({ ...target, deliveries: v.array(delivery) }),
    run: getScimTarget,
  },
  {
    method: 'delete',
    path: '/scim-targets/:websiteId',
    operationId: 'deleteScimTarget',
    tag,
    summary: 'Push a website’s people no more',
    description: 'What is there stays there.',
    status: 204,
    run: deleteScimTarget,
  },
]
