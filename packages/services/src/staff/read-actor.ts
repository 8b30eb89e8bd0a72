import { findActiveStaffUser } from '@usher/database'
import type { Actor } from '../actor.ts'
import type { Deps } from '../deps.ts'

/** Who a signed-in staff user is now; `null` when deactivated or gone. Read at every request: nothing is remembered. */
export async function readStaffActor({
  deps,
  staffUserId,
  ipAddress,
}: {
  deps: Deps
  staffUserId: string
  ipAddress: string | null
}): Promise<Extract<Actor, { kind: 'staff' }> | null> {
  const user = await findActiveStaffUser(deps.database, { id: staffUserId })
  if (!user) return null
  const { id, name, role, grantableWebRoleIds } = user
  return { kind: 'staff', id, name, role, grantableWebRoleIds, ipAddress }
}
