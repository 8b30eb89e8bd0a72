import { createTemporaryDatabase } from '@usher/database/testing'
import { compileMail } from '@usher/mail/publish'
import type { Actor } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { createFactories } from './factories.ts'
import { createProcessDeps } from './process-deps.ts'

/** A house of its own for one test: real database, movable clock, quick password hashing. */
export async function createWorld(options: { now?: Date } = {}) {
  const temporary = await createTemporaryDatabase()
  let now = options.now ?? new Date('2027-01-15T10:00:00Z')
  const deps: Deps = {
    ...(await createProcessDeps(temporary.url)),
    database: temporary.database,
    compileMail,
    now: () => now,
  }
  return {
    deps,
    make: createFactories(deps),
    url: temporary.url,
    remove: temporary.remove,
    moveTo: (instant: Date) => (now = instant),
    /** An actor who may do everything, without a row of their own. */
    operator: { kind: 'command_line', name: 'test' } as const satisfies Actor,
  }
}
