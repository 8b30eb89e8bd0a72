import { findInviteeByUsername, setUsername, usernameIsFree } from '@usher/database'
import { ok, readUsername, type Result, refuse } from '@usher/domain'
import type { Deps } from '../deps.ts'

/** Gives them a username to sign in with; empty takes it away. Refuses `username_invalid` and `username_taken`. */
export async function chooseUsername({
  deps,
  input: { userId, username: text },
}: {
  deps: Deps
  input: { userId: string; username: string }
}): Promise<Result<{ username: string | null }, 'username_invalid' | 'username_taken'>> {
  const username = readUsername(text)
  if (text.trim() && !username) return refuse('username_invalid')
  const written = await deps.database.write([
    ...(username ? [usernameIsFree(username, userId)] : []),
    setUsername(deps.database, userId, username, deps.now()),
  ])
  return written.ok ? ok({ username }) : refuse(written.guard)
}

/** The address of who signs in with this name, or `null`. Tell it to nobody. */
export async function findAddressOfUsername({
  deps,
  input: { username: text },
}: {
  deps: Deps
  input: { username: string }
}): Promise<string | null> {
  const username = readUsername(text)
  return username && ((await findInviteeByUsername(deps.database, username))?.email ?? null)
}
