import {
  deleteSessions,
  findPasswordReset,
  passwordResetWorks,
  setPassword,
  usePasswordReset,
} from '@usher/database'
import { ok, type Result, refuse, sha256Hex } from '@usher/domain'
import type { Deps } from '../deps.ts'

/** Whose link it is, while it works; otherwise `null`. Reads only. */
export const findReset = async ({
  deps,
  input: { token },
}: {
  deps: Deps
  input: { token: string }
}): Promise<{ userId: string; email: string } | null> =>
  findPasswordReset(deps.database, await sha256Hex(token), deps.now())

/** Uses the link up, once: the password is the new one, and whoever was signed in as them is not any more. */
export async function resetPassword({
  deps,
  input: { token, passwordHash },
}: {
  deps: Deps
  input: { token: string; passwordHash: string }
}): Promise<Result<{ userId: string; email: string }, 'reset_used'>> {
  const tokenHash = await sha256Hex(token)
  const now = deps.now()
  const reset = await findPasswordReset(deps.database, tokenHash, now)
  if (!reset) return refuse('reset_used')
  const written = await deps.database.write([
    passwordResetWorks(tokenHash, now),
    usePasswordReset(deps.database, tokenHash, now),
    setPassword(reset.userId, { id: deps.newId(), hash: passwordHash, now }),
    deleteSessions(deps.database, reset.userId),
  ])
  return written.ok ? ok(reset) : refuse(written.guard)
}
