import { insertStaffUser } from '@usher/database'
import type { Actor } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { auditStatement } from '../records.ts'

/** The rows of a new owner. `actor` null: the owner creates themself. */
export function ownerStatements(
  deps: Deps,
  by: { actor: Actor } | { ipAddress: string | null },
  owner: { id: string; name: string; email: string; passwordHash: string },
) {
  const now = deps.now()
  const { passwordHash, ...user } = owner
  const actor: Actor =
    'actor' in by ? by.actor : { kind: 'staff', role: 'owner', grantableWebRoleIds: [], ...user, ...by }
  return [
    ...insertStaffUser(
      deps.database,
      {
        ...user,
        role: 'owner',
        emailVerified: true,
        image: null,
        deactivatedAt: null,
        createdAt: now,
        updatedAt: now,
      },
      { id: deps.newId(), passwordHash },
    ),
    auditStatement(deps, actor, {
      action: 'staff.created',
      entityType: 'staff_user',
      entityId: owner.id,
      after: { name: owner.name, email: owner.email, role: 'owner' },
    }),
  ]
}
