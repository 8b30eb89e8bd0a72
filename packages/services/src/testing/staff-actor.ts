import type { StaffRole } from '@usher/domain'
import type { Actor } from '../actor.ts'

/** A staff user of this role, for verbs that look at nothing but the role. */
export const staffActor = (role: StaffRole, grantableWebRoleIds: readonly string[] = []): Actor => ({
  kind: 'staff',
  id: `the ${role}`,
  name: `An ${role}`,
  role,
  grantableWebRoleIds,
  ipAddress: '203.0.113.7',
})
