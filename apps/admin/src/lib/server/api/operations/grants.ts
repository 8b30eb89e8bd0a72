import {
  createGrant,
  createGrantSchema,
  listGrants,
  listGrantsSchema,
  revokeGrant,
  updateGrant,
  updateGrantSchema,
} from '@usher/services'
import * as v from 'valibot'
import { id, instant, instantOrNull, named, pageOf, textOrNull } from '../fields.ts'
import type { Operation } from '../operation.ts'

const grant = v.object({
  id,
  contact: v.object({ id, firstName: textOrNull, lastName: textOrNull, email: textOrNull }),
  webRole: named,
  website: named,
  redemption: v.pipe(
    v.nullable(v.object({ id, invitation: named })),
    v.description('What gave it; null: staff did, by hand.'),
  ),
  grantedBy: v.nullable(named),
  grantedAt: instant,
  endsAt: instantOrNull,
  revokedAt: instantOrNull,
  revokedBy: v.nullable(named),
  state: v.picklist(['active', 'ended', 'revoked']),
})
const { id: _, ...changes } = updateGrantSchema.entries
const tag = 'Grants'

/** Web roles that contacts have or had: given by redemptions and by hand. */
export const grantOperations: Operation[] = [
  {
    method: 'get',
    path: '/grants',
    operationId: 'listGrants',
    tag,
    summary: 'List grants: which contact has which web role, from where, until when',
    query: listGrantsSchema,
    status: 200,
    answer: pageOf(grant),
    run: listGrants,
  },
  {
    method: 'post',
    path: '/grants',
    operationId: 'createGrant',
    tag,
    summary: 'Give a contact a web role by hand',
    body: createGrantSchema,
    status: 201,
    answer: grant,
    run: createGrant,
  },
  {
    method: 'patch',
    path: '/grants/:id',
    operationId: 'updateGrant',
    tag,
    summary: 'Change when a grant ends',
    body: v.strictObject(changes),
    status: 200,
    answer: grant,
    run: updateGrant,
  },
  {
    method: 'post',
    path: '/grants/:id/revoke',
    operationId: 'revokeGrant',
    tag,
    summary: 'Take a grant back',
    description: 'That one alone: what else gives the same role goes on. 409 when it is taken back already.',
    status: 200,
    answer: grant,
    run: revokeGrant,
  },
]
