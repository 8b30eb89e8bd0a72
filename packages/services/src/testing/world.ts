import { createTemporaryDatabase } from '@usher/database/testing'
import { createKeyring } from '@usher/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../actor.ts'
import type { Deps } from '../deps.ts'

export const testSecret = 'a secret that only tests know, 32+'

/** A house of its own for one test: real database, movable clock, quick password hashing. */
export async function createWorld(options: { now?: Date } = {}) {
  const temporary = await createTemporaryDatabase()
  let now = options.now ?? new Date('2027-01-15T10:00:00Z')
  const deps: Deps = {
    database: temporary.database,
    keys: await createKeyring([testSecret]),
    origin: 'http://localhost:3024',
    mailTransport: 'outbox',
    now: () => now,
    newId: uuidv7,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    hashPassword: async (password) => `hash of ${password}`,
  }
  return {
    deps,
    url: temporary.url,
    remove: temporary.remove,
    moveTo: (instant: Date) => (now = instant),
    /** An actor who may do everything, without a row of their own. */
    operator: { kind: 'command_line', name: 'test' } as const satisfies Actor,
  }
}
