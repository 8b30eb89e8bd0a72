import { eventTypes } from '@usher/domain'
import {
  createWebhookEndpoint,
  createWebhookEndpointSchema,
  deleteWebhookEndpoint,
  getWebhookDelivery,
  getWebhookEndpoint,
  listWebhookDeliveries,
  listWebhookDeliveriesSchema,
  listWebhookEndpoints,
  listWebhookEndpointsSchema,
  replayWebhookDelivery,
  rotateWebhookSecret,
  testWebhookEndpoint,
  updateWebhookEndpoint,
  updateWebhookEndpointSchema,
} from '@usher/services'
import * as v from 'valibot'
import { collection, withOnce, withoutId } from '../collection.ts'
import { count, id, idOrNull, instant, instantOrNull, pageOf, textOrNull, word } from '../fields.ts'
import type { Operation } from '../operation.ts'

const endpoint = v.object({
  id,
  name: v.string(),
  url: v.string(),
  eventTypes: v.array(v.picklist(eventTypes)),
  previousSecretEndsAt: instantOrNull,
  failingSince: instantOrNull,
  disabledAt: instantOrNull,
  disabledReason: textOrNull,
  createdAt: instant,
  updatedAt: instant,
})
const secret = v.pipe(v.string(), v.description('`whsec_…`, told this once: messages are signed with it.'))
const delivery = v.object({
  id,
  endpointId: id,
  endpointName: v.string(),
  type: word,
  status: word,
  attempts: count,
  responseStatus: v.nullable(count),
  error: textOrNull,
  runId: idOrNull,
  contactId: idOrNull,
  invitationId: idOrNull,
  createdAt: instant,
  nextAttemptAt: instantOrNull,
  endedAt: instantOrNull,
})
const deliveryDetail = v.object({
  ...delivery.entries,
  payload: v.string(),
  responseBody: textOrNull,
  attemptLog: v.array(
    v.object({
      number: count,
      startedAt: instant,
      milliseconds: count,
      responseStatus: v.nullable(count),
      error: textOrNull,
    }),
  ),
})

const tag = 'Webhooks'
export const webhookOperations: Operation[] = [
  ...collection({
    path: '/webhook-endpoints',
    tag,
    one: 'WebhookEndpoint',
    many: 'WebhookEndpoints',
    noun: 'webhook endpoint',
    list: { run: listWebhookEndpoints, query: listWebhookEndpointsSchema, item: endpoint },
    create: {
      run: createWebhookEndpoint,
      body: createWebhookEndpointSchema({}),
      answer: withOnce(endpoint, { secret }),
      description: 'Messages are signed as Standard Webhooks has it. The answer tells the secret, this once.',
    },
    get: { run: getWebhookEndpoint, answer: endpoint },
    update: { run: updateWebhookEndpoint, body: withoutId(updateWebhookEndpointSchema({})) },
    remove: {
      run: deleteWebhookEndpoint,
      description: 'With its log; 409 while an activated workflow calls it.',
    },
  }),
  {
    method: 'post',
    path: '/webhook-endpoints/:id/rotate-secret',
    operationId: 'rotateWebhookSecret',
    tag,
    summary: 'Make a new secret',
    description: 'The old one signs along for 24 hours.',
    status: 200,
    answer: v.object({ id, secret, previousSecretEndsAt: instant }),
    run: rotateWebhookSecret,
  },
  {
    method: 'post',
    path: '/webhook-endpoints/:id/test',
    operationId: 'testWebhookEndpoint',
    tag,
    summary: 'Send a test message',
    status: 202,
    answer: deliveryDetail,
    run: testWebhookEndpoint,
  },
  {
    method: 'get',
    path: '/webhook-deliveries',
    operationId: 'listWebhookDeliveries',
    tag,
    summary: 'List messages to webhooks',
    query: listWebhookDeliveriesSchema,
    status: 200,
    answer: pageOf(delivery),
    run: listWebhookDeliveries,
  },
  {
    method: 'get',
    path: '/webhook-deliveries/:deliveryId',
    operationId: 'getWebhookDelivery',
    tag,
    summary: 'Get a message with its attempts',
    status: 200,
    answer: deliveryDetail,
    run: getWebhookDelivery,
  },
  {
    method: 'post',
    path: '/webhook-deliveries/:deliveryId/replay',
    operationId: 'replayWebhookDelivery',
    tag,
    summary: 'Send a message again',
    description: 'Under the same id, by which the receiver knows it.',
    status: 202,
    answer: deliveryDetail,
    run: replayWebhookDelivery,
  },
]
