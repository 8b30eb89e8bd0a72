import {
  type ManagementRefusal,
  mayDo,
  mayGrant,
  type Permission,
  type Refused,
  refuse,
  type StaffRole,
} from '@usher/domain'

/** Who acts. The command line acts for the operator of the machine, who may do everything. */
export type Actor =
  | {
      kind: 'staff'
      id: string
      name: string
      role: StaffRole
      grantableWebRoleIds: readonly string[]
      ipAddress: string | null
    }
  | {
      /** Acts for a staff user; `role` and `grantableWebRoleIds` are already the lesser of the key's and the user's. */
      kind: 'api_key'
      id: string
      name: string
      staffUserId: string
      role: StaffRole
      grantableWebRoleIds: readonly string[]
      ipAddress: string | null
      /** `null`: everything that the role may do; otherwise `contacts:read`, … and nothing else. */
      scopes?: readonly string[] | null
      /** A key that tells this website who somebody is, and opens nothing else. */
      websiteId?: string | null
    }
  | { kind: 'command_line'; name: string }
  | { kind: 'system'; name: string }

const isTrusted = (actor: Actor) => actor.kind === 'command_line' || actor.kind === 'system'

/** `null` when the actor may; otherwise the refusal to return. */
export function refuseUnless(actor: Actor, permission: Permission): Refused<ManagementRefusal> | null {
  if (isTrusted(actor) || ('role' in actor && mayDo(actor.role, permission))) return null
  return refuse('forbidden', { detail: 'Your role does not allow this. Ask an owner or admin.' })
}

/** `null` when the actor may grant all of these web roles. */
export function refuseGranting(
  actor: Actor,
  webRoleIds: readonly string[],
): Refused<ManagementRefusal> | null {
  if (!('role' in actor)) return null
  const forbidden = webRoleIds.filter((webRoleId) => !mayGrant(actor, webRoleId))
  return forbidden.length === 0
    ? null
    : refuse('forbidden', {
        detail: 'You may not grant some of these web roles. Ask an owner or admin, or leave them out.',
      })
}

/** The staff user behind the actor, who becomes the owner of what they create; `null` for command line and system. */
export function staffUserIdOf(actor: Actor): string | null {
  if (actor.kind === 'staff') return actor.id
  return actor.kind === 'api_key' ? actor.staffUserId : null
}
