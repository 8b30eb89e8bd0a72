import { findMe, type Me } from '@usher/database'
import type { Deps } from '../deps.ts'

/** What a signed-in invitee has: contact, account, web roles in force, ways to sign in. `null` when the user is gone. */
export const readMe = ({ deps, userId }: { deps: Deps; userId: string }): Promise<Me | null> =>
  findMe(deps.database, userId, deps.now())
