import {
  findGrantableWebRoleIds,
  findUsableApiKey,
  findWebRoleIds,
  isUnavailable,
  touchApiKey,
} from '@usher/database'
import { sha256Hex } from '@usher/domain'
import type { Actor } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { isApiKey } from './key.ts'
import { lesserRole } from './role.ts'

/** How exact the time of the last use is. */
const minute = 60_000

/**
 * Who acts with this key; `null` for a key that is unknown, revoked or past its end, or whose staff user is deactivated.
 * The actor may do what both the key and its staff user may.
 */
export async function authenticateApiKey({
  deps,
  key,
  ipAddress,
}: {
  deps: Deps
  key: string
  ipAddress: string | null
}): Promise<Extract<Actor, { kind: 'api_key' }> | null> {
  if (!isApiKey(key)) return null
  const now = deps.now()
  const found = await findUsableApiKey(deps.database, await sha256Hex(key), now)
  if (!found) return null
  await noteUse(deps, found, now)
  return {
    kind: 'api_key',
    id: found.id,
    name: found.name,
    staffUserId: found.staffUserId,
    role: lesserRole(found.role, found.staffUserRole),
    grantableWebRoleIds: await findCeiling(deps, found),
    ipAddress,
    scopes: found.scopes,
    websiteId: found.websiteId,
  }
}

/** What the staff user may grant: all for owners and admins, whose list is empty. */
function findCeiling(deps: Deps, found: { staffUserId: string; staffUserRole: string; role: string }) {
  if (found.role === 'inviter' && found.staffUserRole !== 'inviter') return findWebRoleIds(deps.database)
  return findGrantableWebRoleIds(deps.database, found.staffUserId)
}

async function noteUse(deps: Deps, found: { id: string; lastUsedAt: Date | null }, now: Date): Promise<void> {
  const before = new Date(now.getTime() - minute)
  if (found.lastUsedAt && found.lastUsedAt > before) return
  try {
    await deps.database.write([touchApiKey(deps.database, found.id, now, before)])
  } catch (error) {
    // A database that cannot be written can still be read with the key.
    if (!isUnavailable(error)) throw error
  }
}
