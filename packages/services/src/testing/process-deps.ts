import { connect } from '@usher/database/node'
import { createKeyring } from '@usher/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Deps } from '../deps.ts'
import { testSecret } from './secret.ts'

/** The house of a world, as another process sees it: same file, own connection, real clock. */
export async function createProcessDeps(url: string): Promise<Deps> {
  return {
    database: connect({ url }),
    keys: await createKeyring([testSecret]),
    origin: 'http://localhost:3024',
    mailTransport: 'outbox',
    now: () => new Date(),
    newId: uuidv7,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    hashPassword: async (password) => `hash of ${password}`,
  }
}
