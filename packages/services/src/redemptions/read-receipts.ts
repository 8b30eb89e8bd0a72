import { findReceipts, type Receipt } from '@usher/database'
import type { Deps } from '../deps.ts'

/** What a signed-in invitee was given, by which invitation, and what is on record of it; the newest first. */
export const readReceipts = ({ deps, userId }: { deps: Deps; userId: string }): Promise<Receipt[]> =>
  findReceipts(deps.database, userId, deps.now())
