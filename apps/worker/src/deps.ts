import { fileURLToPath } from 'node:url'
import { isUnavailable } from '@usher/database'
import { connect } from '@usher/database/node'
import {
  createKeyring,
  type Environment,
  EnvironmentError,
  type Keyring,
  outboxWebhookAccess,
  readEnvironment,
} from '@usher/domain'
import type { Mailer } from '@usher/mail'
import { createMailer, simulateMailboxes } from '@usher/mail/node'
import type { Deps } from '@usher/services'
import { v7 as uuidv7 } from 'uuid'

export type House = {
  deps: Deps
  mailer: Mailer
  /** The embedded database's file, whose changes tell that there may be work; null when it is reached over HTTP. */
  databaseFile: string | null
  close(): void
}

/** Wires the house. Only this file reads the environment. @throws EnvironmentError with one line */
export async function openHouse(variables: Record<string, string | undefined> = process.env): Promise<House> {
  const environment = readEnvironment(variables)
  if (environment.secrets.length === 0) {
    throw new EnvironmentError(
      'USHER_SECRET is missing: give at least 32 random characters, the same to every process',
    )
  }
  const keys = await createKeyring(environment.secrets)
  const mailer = await openMailer(environment, keys)
  const database = connect(environment.database)
  return {
    deps: {
      database,
      keys,
      origin: environment.origin,
      mailTransport: environment.mail.transport,
      webhookAllowedTargets: environment.webhookAllowedTargets,
      now: () => new Date(),
      newId: uuidv7,
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
      hashPassword: () => Promise.reject(new Error('The worker has no passwords to hash')),
    },
    mailer,
    databaseFile: fileOf(environment.database),
    close() {
      mailer.close()
      database.close()
    },
  }
}

/** In the outbox some addresses behave as mailboxes do, and tell our own webhook. */
async function openMailer({ mail, origin }: Environment, keys: Keyring): Promise<Mailer> {
  const mailer = createMailer(mail)
  if (mail.transport !== 'outbox') return mailer
  const access = await outboxWebhookAccess(keys)
  return simulateMailboxes(mailer, { ...access, origin, webhookUrl: `${origin}/webhooks/postmark` })
}

/** The database is away for the moment, which is no defect of the work itself. */
export const isDatabaseAway = (error: unknown): boolean => isUnavailable(error)

function fileOf({ url, isEmbedded }: Environment['database']): string | null {
  if (!isEmbedded) return null
  return url.startsWith('file:/') ? fileURLToPath(url) : url.slice('file:'.length)
}
