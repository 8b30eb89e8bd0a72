import { deleteAttempts } from '@usher/database'
import type { Deps } from '../deps.ts'

/** Begins the buckets anew: what they guard against did not happen. */
export const forgetAttempts = ({ deps, input: buckets }: { deps: Deps; input: readonly string[] }) =>
  deleteAttempts(deps.database, buckets)
