import { findFirstOwnerId } from '@usher/database'
import { ok, refuse, type Result } from '@usher/domain'
import { type Actor, staffUserIdOf } from '../actor.ts'
import type { Deps } from '../deps.ts'

/**
 * The staff user who answers for what an invitation grants: the actor, or the one behind an API key.
 * The command line acts for the first owner. Redemption asks again whether this person may grant it.
 */
export async function findResponsible(deps: Deps, actor: Actor): Promise<Result<string, 'conflict'>> {
  const id = staffUserIdOf(actor) ?? (await findFirstOwnerId(deps.database))
  return id === null
    ? refuse('conflict', { detail: 'There is no owner yet. Create the first owner, then try again.' })
    : ok(id)
}
