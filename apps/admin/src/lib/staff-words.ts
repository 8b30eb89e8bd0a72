import type { StaffRole } from '@usher/domain'

export const staffRoleWords = {
  owner: 'Does everything, and adds staff',
  admin: 'Does everything but add staff',
  inviter: 'Creates and sends invitations, within a ceiling',
  viewer: 'Looks, changes nothing',
} as const satisfies Record<StaffRole, string>
