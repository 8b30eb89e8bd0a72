import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import process from 'node:process'
import { isUnavailable } from '@usher/database'
import {
  connect,
  createDatabaseClient,
  DatabaseIsNewerError,
  migrate,
  pendingMigrations,
} from '@usher/database/node'
import {
  createKeyring,
  type Environment,
  EnvironmentError,
  type MailFinding,
  type MailSettings,
  readEnvironment,
} from '@usher/domain'
import { createMailer, examineDns } from '@usher/mail/node'
import type { Actor, Deps } from '@usher/services'
import { v7 as uuidv7 } from 'uuid'
import { prepareDataDirectory } from './house/data-directory.ts'
import { readOrMakeSecret } from './house/secret.ts'
import { root } from './root.ts'
import { Stop } from './stop.ts'

/** What the environment says, with absolute paths and the secret of an embedded house still to be read. */
export type Settings = Environment & { hasOwnSecret: boolean; databaseFile: string | null }

/**
 * Reads the environment, and `.env` at the root for what the environment does not say.
 * @throws Stop with one line that names the value
 */
export function readSettings(variables: NodeJS.ProcessEnv = withEnvFile()): Settings {
  try {
    const environment = readEnvironment({
      ...variables,
      USHER_DATA_DIR: resolve(root, variables['USHER_DATA_DIR']?.trim() || 'data'),
      DATABASE_URL: absoluteFileUrl(variables['DATABASE_URL']?.trim()),
    })
    const { url, isEmbedded } = environment.database
    return {
      ...environment,
      hasOwnSecret: Boolean(variables['USHER_SECRET']?.trim()),
      databaseFile: isEmbedded ? url.slice('file:'.length).replace(/^\/\/(?=\/)/, '') : null,
    }
  } catch (error) {
    if (error instanceof EnvironmentError) throw new Stop(error.message)
    throw error
  }
}

function withEnvFile(): NodeJS.ProcessEnv {
  const file = resolve(root, '.env')
  // Node keeps what the environment says already.
  if (existsSync(file)) process.loadEnvFile(file)
  return process.env
}

function absoluteFileUrl(url: string | undefined): string | undefined {
  const relative = url && /^file:(?!\/)(.*)$/.exec(url)?.[1]
  return relative ? `file:${resolve(root, relative)}` : url
}

/** The secrets, the current one first; made and kept in the data directory where the environment gives none. */
async function readSecrets(settings: Settings): Promise<string[]> {
  if (settings.hasOwnSecret) return settings.secrets
  await prepareDataDirectory(settings.dataDir)
  return [await readOrMakeSecret(settings.dataDir, settings.databaseFile), ...settings.secrets]
}

/**
 * Brings the database up to this release.
 * @returns the names of the migrations that were applied
 */
export async function migrateDatabase(settings: Settings): Promise<string[]> {
  if (settings.databaseFile) await prepareDataDirectory(resolve(settings.databaseFile, '..'))
  return withClient(settings, migrate)
}

/** The migrations that the database lacks. */
export const readPendingMigrations = (settings: Settings): Promise<string[]> =>
  withClient(settings, pendingMigrations)

/** Writes the whole database, as it is at one moment, into a new file. */
export async function copyDatabase(settings: Settings, file: string): Promise<void> {
  process.umask(0o077)
  await withClient(settings, (client) => client.execute('VACUUM INTO ?', [file]))
}

async function withClient<T>(
  settings: Settings,
  use: (client: ReturnType<typeof createDatabaseClient>) => Promise<T>,
) {
  const client = createDatabaseClient(settings.database)
  try {
    return await use(client)
  } catch (error) {
    throw inWords(error, settings)
  } finally {
    client.close()
  }
}

/** What of the database's errors a person can act on, in one line. */
function inWords(error: unknown, { database }: Settings): unknown {
  if (error instanceof DatabaseIsNewerError) return new Stop(error.message)
  if (isUnavailable(error)) {
    const address = database.isEmbedded ? database.url : new URL(database.url).host
    return new Stop(`DATABASE_URL: the database at ${address} cannot be reached or written`)
  }
  return error
}

export type House = { deps: Deps; settings: Settings; secrets: string[]; close(): void }

/** The services over the configured database. Close it when done. */
export async function openHouse(settings: Settings = readSettings()): Promise<House> {
  // What the house writes from here on is for its owner alone.
  process.umask(0o077)
  const secrets = await readSecrets(settings)
  const database = connect(settings.database)
  return {
    settings,
    secrets,
    deps: {
      database,
      keys: await createKeyring(secrets),
      origin: settings.origin,
      mailTransport: settings.mail.transport,
      now: () => new Date(),
      newId: uuidv7,
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
      async hashPassword(password) {
        const { hashPassword } = await import('better-auth/crypto')
        return hashPassword(password)
      },
    },
    close: () => database.close(),
  }
}

/** A look at the mail service, and at what the sender's domain says in DNS. */
export async function examineMailService(mail: MailSettings): Promise<MailFinding[]> {
  if (mail.transport === 'outbox') return []
  const mailer = createMailer(mail)
  try {
    const domain = mailer.from.address.split('@').at(-1) ?? ''
    const [service, dns] = await Promise.all([mailer.check(), examineDns(domain, mail.transport)])
    return [...service, ...dns]
  } finally {
    mailer.close()
  }
}

/** Who types commands owns the machine: they may do everything, and the audit log says so. */
export const operator: Actor = { kind: 'command_line', name: 'Command line' }
