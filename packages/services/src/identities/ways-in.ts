import {
  anotherWayInStays,
  deleteIdentityRow,
  deletePasskeyRow,
  deleteUnusedInvitee,
  findWaysIn,
  type WaysIn,
} from '@usher/database'
import { ok, type Result, refuse } from '@usher/domain'
import type { Deps } from '../deps.ts'

/** How somebody can sign in, besides the code by e-mail; `null` when the user is gone. */
export const readWaysIn = ({ deps, userId }: { deps: Deps; userId: string }): Promise<WaysIn | null> =>
  findWaysIn(deps.database, userId)

/** Takes a password, an account or a passkey away from its owner, as long as another way in stays. */
export async function removeWayIn({
  deps,
  input: { userId, id, kind, mayUseEmailCode },
}: {
  deps: Deps
  input: { userId: string; id: string; kind: 'account' | 'passkey'; mayUseEmailCode: boolean }
}): Promise<Result<null, 'last_way_in'>> {
  const remove = kind === 'passkey' ? deletePasskeyRow : deleteIdentityRow
  const written = await deps.database.write([
    anotherWayInStays(userId, mayUseEmailCode),
    remove(deps.database, userId, id),
  ])
  return written.ok ? ok(null) : refuse(written.guard)
}

/** Forgets somebody who was created for a redemption that was refused; nothing happens when anything came of them. */
export async function forgetUnusedInvitee({ deps, userId }: { deps: Deps; userId: string }): Promise<void> {
  await deps.database.write([deleteUnusedInvitee(deps.database, userId)])
}
