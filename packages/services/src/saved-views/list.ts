import { findSavedViews, type SavedViewListItem } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import { type Actor, refuseUnless, staffUserIdOf } from '../actor.ts'
import type { Deps } from '../deps.ts'

/** One's own views and those that others share. */
export async function listSavedViews({
  deps,
  actor,
}: {
  deps: Deps
  actor: Actor
}): Promise<Result<SavedViewListItem[], ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  return ok(await findSavedViews(deps.database, staffUserIdOf(actor) ?? ''))
}
