import { staffEmailIsFree } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { parseInput } from '../parse-input.ts'
import { createOwnerSchema } from './owner-fields.ts'
import { ownerStatements } from './owner-statements.ts'

/** Creates an owner, the first or a further one. Input: `CreateOwnerInput`. `conflict` when the e-mail is taken. */
export async function createOwner({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ id: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'staff.write')
  if (forbidden) return forbidden
  const parsed = parseInput(createOwnerSchema, input)
  if (!parsed.ok) return parsed

  const { name, email, password } = parsed.value
  const owner = { id: deps.newId(), name, email, passwordHash: await deps.hashPassword(password) }
  const written = await deps.database.write([
    staffEmailIsFree(email),
    ...ownerStatements(deps, { actor }, owner),
  ])
  if (written.ok) return ok({ id: owner.id })
  const message = 'There is a staff user with this e-mail. Use another address.'
  return refuse('conflict', { detail: message, errors: [{ path: 'email', message }] })
}
