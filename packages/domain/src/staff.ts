export const staffRoles = ['owner', 'admin', 'inviter', 'viewer'] as const
export type StaffRole = (typeof staffRoles)[number]

/** What staff and API keys can do. `staff` and `settings` concern the house itself. */
export const permissions = [
  'read',
  'contacts.write',
  'structure.write',
  'invitations.write',
  'invitations.send',
  'codes.reveal',
  'settings.write',
  'staff.write',
] as const
export type Permission = (typeof permissions)[number]

const granted = {
  owner: permissions,
  admin: [
    'read',
    'contacts.write',
    'structure.write',
    'invitations.write',
    'invitations.send',
    'codes.reveal',
    'settings.write',
  ],
  inviter: ['read', 'contacts.write', 'invitations.write', 'invitations.send', 'codes.reveal'],
  viewer: ['read'],
} as const satisfies Record<StaffRole, readonly Permission[]>

/** `structure.write` is accounts, web roles and websites; everything else as it is called. */
export const mayDo = (role: StaffRole, permission: Permission): boolean =>
  (granted[role] as readonly Permission[]).includes(permission)

/** Owners and admins may grant every web role; inviters those on their list; viewers none. */
export function mayGrant(
  staff: { role: StaffRole; grantableWebRoleIds: readonly string[] },
  webRoleId: string,
): boolean {
  if (staff.role === 'owner' || staff.role === 'admin') return true
  return staff.role === 'inviter' && staff.grantableWebRoleIds.includes(webRoleId)
}
