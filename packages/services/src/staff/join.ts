import {
  deleteStaffSessions,
  findStaffLink,
  findStaffUser,
  setStaffPassword,
  type StaffLink,
  staffLinkIsUsable,
  useStaffLinks,
} from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result, sha256Hex } from '@usher/domain'
import * as v from 'valibot'
import type { Deps } from '../deps.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { staffFields } from './fields.ts'

/** Who a one-time link is for; changes nothing. Refuses `not_found` once it is used, too old, or was never sent. */
export async function readStaffLink({
  deps,
  token,
}: {
  deps: Deps
  token: string
}): Promise<Result<Pick<StaffLink, 'kind' | 'user'>, 'not_found'>> {
  const link = await findUsable(deps, token)
  return link ? ok({ kind: link.kind, user: link.user }) : refuseUsed()
}

const schema = v.strictObject({ password: staffFields.password })

/** Chooses a password by a one-time link. Every session of before ends. Input: `{ password }`. */
export async function joinByStaffLink({
  deps,
  token,
  input,
  ipAddress,
}: {
  deps: Deps
  token: string
  input: unknown
  ipAddress: string | null
}): Promise<Result<{ email: string }, ManagementRefusal>> {
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const link = await findUsable(deps, token)
  const user = link && (await findStaffUser(deps.database, link.user.id))
  if (!link || !user) return refuseUsed()
  const now = deps.now()
  const passwordHash = await deps.hashPassword(parsed.value.password)
  const { id, name, role, grantableWebRoleIds } = user
  const actor = { kind: 'staff', id, name, role, grantableWebRoleIds, ipAddress } as const
  const written = await deps.database.write([
    staffLinkIsUsable(link.id, now),
    useStaffLinks(deps.database, id, now),
    setStaffPassword(deps.database, { id: deps.newId(), staffUserId: id, passwordHash, now }),
    deleteStaffSessions(id),
    auditStatement(deps, actor, {
      action: link.kind === 'invitation' ? 'staff.joined' : 'staff.password_reset',
      entityType: 'staff_user',
      entityId: id,
    }),
  ])
  return written.ok ? ok({ email: user.email }) : refuseUsed()
}

async function findUsable(deps: Deps, token: string): Promise<StaffLink | null> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null
  const link = await findStaffLink(deps.database, await sha256Hex(token))
  const isUsable = link && !link.usedAt && link.expiresAt > deps.now() && !link.user.deactivatedAt
  return isUsable ? link : null
}

const refuseUsed = () =>
  refuse('not_found', { detail: 'This link was used already, or it is too old. Ask for another one.' })
