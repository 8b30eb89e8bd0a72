import { expect, test } from 'vitest'
import { mayDo, mayGrant, type Permission, permissions, staffRoles } from './staff.ts'

test('each role may do what is written here, and nothing else', () => {
  const may = Object.fromEntries(
    staffRoles.map((role) => [role, permissions.filter((permission) => mayDo(role, permission))]),
  )
  expect(may).toEqual({
    owner: [...permissions],
    admin: permissions.filter((permission) => permission !== 'staff.write'),
    inviter: ['read', 'contacts.write', 'invitations.write', 'invitations.send', 'codes.reveal'],
    viewer: ['read'],
  })
})

test('nobody lower may do what a higher role may not', () => {
  for (const [index, role] of staffRoles.entries()) {
    for (const lower of staffRoles.slice(index + 1)) {
      for (const permission of permissions) {
        if (mayDo(lower, permission)) expect(mayDo(role, permission)).toBe(true)
      }
    }
  }
})

test('what is no permission is granted to nobody', () => {
  for (const made of ['', 'toString', '__proto__', 'length', 'READ', 'staff']) {
    for (const role of staffRoles) expect(mayDo(role, made as Permission)).toBe(false)
  }
})

test('owners and admins grant every web role, inviters those on their list, viewers none', () => {
  const list = { grantableWebRoleIds: ['partner'] }
  const may = (webRoleId: string) => staffRoles.filter((role) => mayGrant({ role, ...list }, webRoleId))
  expect(may('partner')).toEqual(['owner', 'admin', 'inviter'])
  expect(may('administrator')).toEqual(['owner', 'admin'])
  expect(may('')).toEqual(['owner', 'admin'])
  expect(mayGrant({ role: 'inviter', grantableWebRoleIds: [] }, 'partner')).toBe(false)
})
