import { suppressionReasons } from '@usher/domain'
import {
  createSuppression,
  createSuppressionSchema,
  deleteSuppression,
  getSuppression,
  listSuppressions,
  listSuppressionsSchema,
} from '@usher/services'
import * as v from 'valibot'
import { id, idOrNull, instant, pageOf, textOrNull } from '../fields.ts'
import type { Operation } from '../operation.ts'

const suppression = v.object({
  id,
  address: v.pipe(
    textOrNull,
    v.description('null once the person was erased: the list knows the address by a hash.'),
  ),
  websiteId: v.pipe(idOrNull, v.description('null: invitations of every website.')),
  websiteName: textOrNull,
  reason: v.picklist(suppressionReasons),
  emailId: idOrNull,
  createdByName: textOrNull,
  createdAt: instant,
})
const tag = 'Suppressions'

export const suppressionOperations: Operation[] = [
  {
    method: 'get',
    path: '/suppressions',
    operationId: 'listSuppressions',
    tag,
    summary: 'List addresses that are not mailed invitations',
    query: listSuppressionsSchema,
    status: 200,
    answer: pageOf(suppression),
    run: listSuppressions,
  },
  {
    method: 'post',
    path: '/suppressions',
    operationId: 'createSuppression',
    tag,
    summary: 'Stop invitations to an address',
    body: createSuppressionSchema,
    status: 201,
    answer: suppression,
    run: createSuppression,
  },
  {
    method: 'get',
    path: '/suppressions/:id',
    operationId: 'getSuppression',
    tag,
    summary: 'Get a suppression',
    status: 200,
    answer: suppression,
    run: getSuppression,
  },
  {
    method: 'delete',
    path: '/suppressions/:id',
    operationId: 'deleteSuppression',
    tag,
    summary: 'Allow invitations to an address again',
    description: 'Not where its owner unsubscribed or complained: 409.',
    status: 204,
    run: deleteSuppression,
  },
]
