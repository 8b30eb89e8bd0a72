import { findEventStretches, readEvents } from '@usher/database'
import type { Deps } from '../deps.ts'

/**
 * Finds out what happened since the last look, and tells who listens. Several workers may look at once: one of them
 * reads, the others find it read.
 * @returns whether there was something
 */
export async function collectEvents({ deps }: { deps: Deps }): Promise<boolean> {
  const stretches = await findEventStretches(deps.database, deps.now())
  if (stretches.length === 0) return false
  const written = await deps.database.write(readEvents(stretches, { batch: deps.newId(), now: deps.now() }))
  if (written.ok) deps.onJobsWritten?.()
  return true
}
