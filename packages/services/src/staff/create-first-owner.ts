import { countStaffUsers, noStaffExists } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { parseInput } from '../parse-input.ts'
import { createOwnerSchema } from './owner-fields.ts'
import { ownerStatements } from './owner-statements.ts'
import { isSetUpToken } from './set-up-token.ts'

/**
 * The set-up page's one act: creates the first owner, while there is no staff user. Of many at once one succeeds.
 * Input: `CreateOwnerInput`. `forbidden` without the token of the set-up link, `conflict` once set up.
 */
export async function createFirstOwner({
  deps,
  setUpToken,
  input,
  ipAddress = null,
}: {
  deps: Deps
  setUpToken: string
  input: unknown
  ipAddress?: string | null
}): Promise<Result<{ id: string }, ManagementRefusal>> {
  if (!(await isSetUpToken(deps.keys, setUpToken))) {
    return refuse('forbidden', {
      detail: 'This is not the set-up link. Open the one that was printed at the start.',
    })
  }
  const parsed = parseInput(createOwnerSchema, input)
  if (!parsed.ok) return parsed
  // Hashing is dear: not for a house that is set up.
  if ((await countStaffUsers(deps.database)) > 0) return refuseSetUp()

  const { name, email, password } = parsed.value
  const owner = { id: deps.newId(), name, email, passwordHash: await deps.hashPassword(password) }
  const written = await deps.database.write([noStaffExists(), ...ownerStatements(deps, { ipAddress }, owner)])
  return written.ok ? ok({ id: owner.id }) : refuseSetUp()
}

const refuseSetUp = () =>
  refuse('conflict', { detail: 'Usher is set up already. Sign in, or ask an owner to add you.' })
