import * as v from 'valibot'
import { readEmailAddress } from './email-address.ts'
import { isAllowedTarget } from './webhook-target.ts'

export type MailSettings =
  | { transport: 'outbox'; from: string }
  | { transport: 'postmark'; from: string; serverToken: string; messageStream: string; apiUrl: string | null }
  | { transport: 'smtp'; from: string; url: string }

/** What the environment says. Defaults and refusals are here; only an app's `deps.ts` hands the environment in. */
export type Environment = {
  port: number
  /** The interface to listen on; `null`: this machine alone while the origin names it, all interfaces otherwise. */
  host: string | null
  /** How many reverse proxies stand in front and are trusted to name the visitor's address. */
  trustedProxies: number
  /** Public origin, without a slash at the end. */
  origin: string
  dataDir: string
  database: { url: string; authToken: string | undefined; isEmbedded: boolean }
  /** The current secret first. Empty: to be generated into the data directory, when embedded. */
  secrets: string[]
  mail: MailSettings
  postmarkWebhook: { user: string; password: string } | null
  /** Internal targets that webhooks may reach all the same: `host`, `host:port` or a network. */
  webhookAllowedTargets: string[]
}

/** A value of the environment is missing or wrong; the message is one line that names it. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
}

const optionalText = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.transform((text) => text || undefined),
  ),
)

const schema = v.object({
  USHER_PORT: optionalText,
  USHER_HOST: optionalText,
  USHER_TRUSTED_PROXIES: optionalText,
  USHER_ORIGIN: optionalText,
  USHER_DATA_DIR: optionalText,
  DATABASE_URL: optionalText,
  DATABASE_AUTH_TOKEN: optionalText,
  USHER_SECRET: optionalText,
  USHER_PREVIOUS_SECRETS: optionalText,
  MAIL_TRANSPORT: optionalText,
  MAIL_FROM: optionalText,
  POSTMARK_SERVER_TOKEN: optionalText,
  POSTMARK_MESSAGE_STREAM: optionalText,
  POSTMARK_API_URL: optionalText,
  POSTMARK_WEBHOOK_USER: optionalText,
  POSTMARK_WEBHOOK_PASSWORD: optionalText,
  SMTP_URL: optionalText,
  WEBHOOK_ALLOWED_TARGETS: optionalText,
})
type Variables = v.InferOutput<typeof schema>

/** @throws EnvironmentError with one line that names the variable and the fix */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = v.parse(schema, variables)
  const port = readPort(given.USHER_PORT)
  const dataDir = given.USHER_DATA_DIR ?? './data'
  const database = readDatabase(given, dataDir)
  return {
    port,
    host: given.USHER_HOST ?? null,
    trustedProxies: readTrustedProxies(given.USHER_TRUSTED_PROXIES),
    origin: readOrigin(given.USHER_ORIGIN ?? `http://localhost:${port}`),
    dataDir,
    database,
    secrets: readSecrets(given, database.isEmbedded),
    mail: readMail(given),
    postmarkWebhook: readWebhookAccess(given),
    webhookAllowedTargets: readAllowedTargets(given.WEBHOOK_ALLOWED_TARGETS),
  }
}

function readPort(text = '3024'): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port
  throw new EnvironmentError(`USHER_PORT is ${JSON.stringify(text)}: give a port from 1 to 65535`)
}

function readTrustedProxies(text = '0'): number {
  if (/^\d$/.test(text)) return Number(text)
  throw new EnvironmentError(
    `USHER_TRUSTED_PROXIES is ${JSON.stringify(text)}: give the number of reverse proxies in front, 0 to 9`,
  )
}

function readOrigin(text: string): string {
  const url = URL.parse(text)
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash)
    return url.origin
  throw new EnvironmentError(
    `USHER_ORIGIN is ${JSON.stringify(text)}: give scheme, host and port alone, such as https://invite.example.com`,
  )
}

function readDatabase(given: Variables, dataDir: string): Environment['database'] {
  const url = given.DATABASE_URL ?? `file:${dataDir}/usher.db`
  if (!/^(file|https?|libsql):/.test(url)) {
    throw new EnvironmentError('DATABASE_URL must start with file:, http:, https: or libsql:')
  }
  return { url, authToken: given.DATABASE_AUTH_TOKEN, isEmbedded: url.startsWith('file:') }
}

function readSecrets(given: Variables, isEmbedded: boolean): string[] {
  if (!given.USHER_SECRET && !isEmbedded) {
    throw new EnvironmentError(
      'USHER_SECRET is missing: give at least 32 random characters, the same to every process',
    )
  }
  const previous =
    given.USHER_PREVIOUS_SECRETS?.split(',')
      .map((secret) => secret.trim())
      .filter(Boolean) ?? []
  const secrets = given.USHER_SECRET ? [given.USHER_SECRET, ...previous] : previous
  const short = secrets.findIndex((secret) => secret.length < 32)
  if (short >= 0) {
    const name = given.USHER_SECRET && short === 0 ? 'USHER_SECRET' : 'USHER_PREVIOUS_SECRETS'
    throw new EnvironmentError(`${name} is too short: a secret has at least 32 characters`)
  }
  return secrets
}

function readMail(given: Variables): MailSettings {
  const transport = given.MAIL_TRANSPORT ?? 'outbox'
  const needed = (name: keyof Variables): string => {
    const value = given[name]
    if (!value) throw new EnvironmentError(`${name} is missing: MAIL_TRANSPORT is ${transport}`)
    return value
  }
  switch (transport) {
    case 'outbox':
      return { transport, from: readFrom(given.MAIL_FROM ?? 'Usher <invitations@usher.example>') }
    case 'postmark':
      return {
        transport,
        from: readFrom(needed('MAIL_FROM')),
        serverToken: needed('POSTMARK_SERVER_TOKEN'),
        messageStream: given.POSTMARK_MESSAGE_STREAM ?? 'outbound',
        apiUrl: given.POSTMARK_API_URL ?? null,
      }
    case 'smtp': {
      const url = needed('SMTP_URL')
      if (!/^smtps?:$/.test(URL.parse(url)?.protocol ?? '')) {
        throw new EnvironmentError(
          'SMTP_URL must start with smtp: or smtps:, such as smtp://user:password@mail.example.com:587',
        )
      }
      return { transport, from: readFrom(needed('MAIL_FROM')), url }
    }
    default:
      throw new EnvironmentError(
        `MAIL_TRANSPORT is ${JSON.stringify(transport)}: give outbox, postmark or smtp`,
      )
  }
}

function readFrom(text: string): string {
  const address = /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text
  if (readEmailAddress(address) && !/[\p{Cc}]/u.test(text)) return text
  throw new EnvironmentError(
    `MAIL_FROM is ${JSON.stringify(text)}: give an address, such as Contoso <invitations@contoso.com>`,
  )
}

function readWebhookAccess(given: Variables): Environment['postmarkWebhook'] {
  const { POSTMARK_WEBHOOK_USER: user, POSTMARK_WEBHOOK_PASSWORD: password } = given
  if (user && password) return { user, password }
  if (user || password) {
    throw new EnvironmentError(
      `${user ? 'POSTMARK_WEBHOOK_PASSWORD' : 'POSTMARK_WEBHOOK_USER'} is missing: give both, or neither to switch the webhook off`,
    )
  }
  return null
}

function readAllowedTargets(text = ''): string[] {
  const targets = text
    .split(',')
    .map((target) => target.trim().toLowerCase())
    .filter(Boolean)
  const wrong = targets.find((target) => !isAllowedTarget(target))
  if (wrong === undefined) return targets
  throw new EnvironmentError(
    `WEBHOOK_ALLOWED_TARGETS has ${JSON.stringify(wrong)}: give hosts, host:port or networks such as crm.internal:8080,10.1.0.0/16`,
  )
}
