import { deleteSessions, setPassword } from '@usher/database'
import type { Deps } from '../deps.ts'

/** Gives them this password; every session but the one at hand ends. That it may be changed is for the caller to know. */
export async function changePassword({
  deps,
  input: { userId, passwordHash, sessionToken },
}: {
  deps: Deps
  input: { userId: string; passwordHash: string; sessionToken: string }
}): Promise<void> {
  await deps.database.write([
    setPassword(userId, { id: deps.newId(), hash: passwordHash, now: deps.now() }),
    deleteSessions(deps.database, userId, sessionToken),
  ])
}
