import type { Settings } from '../deps.ts'

/** The house's variables as the apps get them: complete, absolute, the secret included. */
export function environmentOf(settings: Settings, secrets: readonly string[]): Record<string, string> {
  const { database, mail, postmarkWebhook } = settings
  const [current = '', ...previous] = secrets
  return defined({
    USHER_PORT: String(settings.port),
    USHER_ORIGIN: settings.origin,
    USHER_DATA_DIR: settings.dataDir,
    USHER_SECRET: current,
    USHER_PREVIOUS_SECRETS: previous.join(',') || undefined,
    DATABASE_URL: database.url,
    DATABASE_AUTH_TOKEN: database.authToken,
    MAIL_TRANSPORT: mail.transport,
    MAIL_FROM: mail.from,
    ...(mail.transport === 'smtp' ? { SMTP_URL: mail.url } : {}),
    ...(mail.transport === 'postmark'
      ? {
          POSTMARK_SERVER_TOKEN: mail.serverToken,
          POSTMARK_MESSAGE_STREAM: mail.messageStream,
          POSTMARK_API_URL: mail.apiUrl ?? undefined,
        }
      : {}),
    POSTMARK_WEBHOOK_USER: postmarkWebhook?.user,
    POSTMARK_WEBHOOK_PASSWORD: postmarkWebhook?.password,
    WEBHOOK_ALLOWED_TARGETS: settings.webhookAllowedTargets.join(',') || undefined,
  })
}

const defined = (variables: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(variables).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
