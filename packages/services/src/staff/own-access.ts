import {
  deleteStaffSessions,
  findStaffPasswordHash,
  findStaffSessions,
  setStaffPassword,
  type StaffSession,
  useStaffLinks,
} from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import type { Actor } from '../actor.ts'
import type { Call } from '../call.ts'
import type { Deps } from '../deps.ts'
import { idField } from '../fields.ts'
import { parseInput, refuseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { staffFields } from './fields.ts'

type StaffCall = Call & { actor: Extract<Actor, { kind: 'staff' }> }

/** Where the actor is signed in. */
export const listOwnSessions = async ({
  deps,
  actor,
}: Omit<StaffCall, 'input'>): Promise<Result<StaffSession[], ManagementRefusal>> =>
  ok(await findStaffSessions(deps.database, actor.id, deps.now()))

const sessionSchema = v.strictObject({ id: idField })

/** Signs one of the actor's own sessions out; nobody else's. Input: `{ id }`. */
export async function revokeOwnSession({
  deps,
  actor,
  input,
}: StaffCall): Promise<Result<null, ManagementRefusal>> {
  const parsed = parseInput(sessionSchema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const own = await findStaffSessions(deps.database, actor.id, deps.now())
  if (!own.some((session) => session.id === id)) {
    return refuse('not_found', { detail: 'There is no such session any more.' })
  }
  await deps.database.write([
    deleteStaffSessions(actor.id, { only: id }),
    auditStatement(deps, actor, {
      action: 'staff.session_revoked',
      entityType: 'staff_user',
      entityId: actor.id,
    }),
  ])
  return ok(null)
}

const passwordSchema = v.strictObject({ currentPassword: v.string(), password: staffFields.password })

/**
 * Changes the actor's own password; every other session of theirs ends. Input: `{ currentPassword, password }`.
 * @param sessionId the session that goes on
 * @param verifyPassword compares with the stored hash
 */
export async function changeOwnPassword({
  deps,
  actor,
  input,
  sessionId,
  verifyPassword,
}: StaffCall & {
  sessionId: string | null
  verifyPassword: (given: { hash: string; password: string }) => Promise<boolean>
}): Promise<Result<null, ManagementRefusal>> {
  const parsed = parseInput(passwordSchema, input)
  if (!parsed.ok) return parsed
  const { currentPassword, password } = parsed.value
  if (!(await isOwnPassword({ deps, actor, password: currentPassword, verifyPassword }))) {
    return refuseInput({ path: 'currentPassword', message: 'This is not your password.' })
  }
  const now = deps.now()
  const passwordHash = await deps.hashPassword(password)
  await deps.database.write([
    setStaffPassword(deps.database, { id: deps.newId(), staffUserId: actor.id, passwordHash, now }),
    deleteStaffSessions(actor.id, { except: sessionId }),
    useStaffLinks(deps.database, actor.id, now),
    auditStatement(deps, actor, {
      action: 'staff.password_changed',
      entityType: 'staff_user',
      entityId: actor.id,
    }),
  ])
  return ok(null)
}

async function isOwnPassword({
  deps,
  actor,
  password,
  verifyPassword,
}: {
  deps: Deps
  actor: { id: string }
  password: string
  verifyPassword: (given: { hash: string; password: string }) => Promise<boolean>
}): Promise<boolean> {
  const hash = await findStaffPasswordHash(deps.database, actor.id)
  return hash !== null && password.length <= 128 && (await verifyPassword({ hash, password }))
}
