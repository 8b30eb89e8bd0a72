import {
  activateStaff,
  deactivateStaff,
  getStaffUser,
  inviteStaff,
  inviteStaffSchema,
  listStaff,
  listStaffSchema,
  removeStaffTwoFactor,
  sendStaffLink,
  updateStaff,
  updateStaffSchema,
} from '@usher/services'
import * as v from 'valibot'
import { id, instant, instantOrNull, pageOf } from '../fields.ts'
import type { Operation } from '../operation.ts'

const listed = {
  id,
  name: v.string(),
  email: v.string(),
  role: v.picklist(['owner', 'admin', 'inviter', 'viewer']),
  hasJoined: v.pipe(v.boolean(), v.description('They have chosen a password.')),
  twoFactorEnabled: v.boolean(),
  deactivatedAt: instantOrNull,
  createdAt: instant,
  updatedAt: instant,
}
const user = v.object({
  ...listed,
  grantableWebRoleIds: v.pipe(
    v.array(id),
    v.description('The ceiling of an inviter; owners and admins may grant every web role.'),
  ),
})
const tag = 'Staff'
const { id: _, ...changes } = updateStaffSchema.entries

const action = (
  name: string,
  rest: Pick<Operation, 'operationId' | 'summary' | 'run'> & { description?: string },
): Operation => ({ method: 'post', path: `/staff/:id/${name}`, tag, status: 200, answer: user, ...rest })

/** Reading is for every key; changing is for owners, and no key is one: 403. */
export const staffOperations: Operation[] = [
  {
    method: 'get',
    path: '/staff',
    operationId: 'listStaff',
    tag,
    summary: 'List staff users',
    query: listStaffSchema,
    status: 200,
    answer: pageOf(v.object(listed)),
    run: listStaff,
  },
  {
    method: 'get',
    path: '/staff/:id',
    operationId: 'getStaffUser',
    tag,
    summary: 'Get a staff user',
    status: 200,
    answer: user,
    run: getStaffUser,
  },
  {
    method: 'post',
    path: '/staff',
    operationId: 'inviteStaff',
    tag,
    summary: 'Add a staff user, who is mailed a one-time link',
    description: 'For owners, which no key is: 403.',
    body: inviteStaffSchema,
    status: 201,
    answer: user,
    run: inviteStaff,
  },
  {
    method: 'patch',
    path: '/staff/:id',
    operationId: 'updateStaff',
    tag,
    summary: 'Change name, role or ceiling of a staff user',
    description: 'For owners, which no key is: 403.',
    body: v.strictObject(changes),
    status: 200,
    answer: user,
    run: updateStaff,
  },
  action('deactivate', {
    operationId: 'deactivateStaff',
    summary: 'Deactivate a staff user: their sessions and keys end at once',
    run: deactivateStaff,
  }),
  action('activate', {
    operationId: 'activateStaff',
    summary: 'Let a staff user sign in again',
    run: activateStaff,
  }),
  action('send-link', {
    operationId: 'sendStaffLink',
    summary: 'Mail a staff user another one-time link',
    run: sendStaffLink,
  }),
  action('remove-two-factor', {
    operationId: 'removeStaffTwoFactor',
    summary: 'Remove the two-factor of who lost their telephone',
    run: removeStaffTwoFactor,
  }),
]
