import type { Database } from '@usher/database'
import type { Keyring, MailSettings } from '@usher/domain'

/** What every verb is given. Apps wire it in their `deps.ts`; tests in `testing/world.ts`. */
export type Deps = {
  database: Database
  keys: Keyring
  /** Public origin: where the edge and the admin are. */
  origin: string
  /** Which transport mails leave by; decides whether the outbox may show codes. */
  mailTransport: MailSettings['transport']
  now(): Date
  /** A UUIDv7. */
  newId(): string
  randomBytes(length: number): Uint8Array<ArrayBuffer>
  /** Hashes a password (scrypt), with a bound on how many run at once. */
  hashPassword(password: string): Promise<string>
  /** Called after jobs were committed, so that a worker in this process need not wait for its clock. */
  onJobsWritten?(): void
}
