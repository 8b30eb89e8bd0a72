import {
  createWebRole,
  createWebRoleSchema,
  deleteWebRole,
  getWebRole,
  listWebRoles,
  listWebRolesSchema,
  updateWebRole,
  updateWebRoleSchema,
} from '@usher/services'
import * as v from 'valibot'
import { collection, withoutId } from '../collection.ts'
import { count, id, instant, textOrNull } from '../fields.ts'

const webRole = v.object({
  id,
  websiteId: id,
  websiteName: v.string(),
  name: v.string(),
  description: textOrNull,
  contactCount: v.pipe(count, v.description('Contacts who have it now.')),
  createdAt: instant,
  updatedAt: instant,
})

export const webRoleOperations = collection({
  path: '/web-roles',
  tag: 'Web roles',
  one: 'WebRole',
  many: 'WebRoles',
  noun: 'web role',
  list: { run: listWebRoles, query: listWebRolesSchema, item: webRole },
  create: { run: createWebRole, body: createWebRoleSchema },
  get: { run: getWebRole, answer: webRole },
  update: { run: updateWebRole, body: withoutId(updateWebRoleSchema) },
  remove: {
    run: deleteWebRole,
    description: 'Only a web role that nothing gives and nobody has; otherwise 409.',
  },
})
