import type { Settings } from '../deps.ts'

/** What `start` prints when everything answers: where things are, and what to do first. */
export function welcome(settings: Settings, setUpToken: string | null, version: string): string {
  const admin = `${settings.origin}/admin`
  const lines: [string, string][] = [
    ['Admin', admin],
    ...(setUpToken === null
      ? []
      : [['First owner', `${admin}/set-up?token=${setUpToken}`] satisfies [string, string]]),
    ['Redeem', `${settings.origin}/redeem`],
    ['Data', settings.dataDir],
    ['Database', settings.databaseFile ? settings.database.url : new URL(settings.database.url).host],
    ['Mail', mailLine(settings)],
  ]
  const list = lines.map(([name, value]) => `  ${name.padEnd(13)}${value}`).join('\n')
  const next =
    setUpToken === null ? '' : '\n  Open the “First owner” link to begin. It works until there is an owner.\n'
  return `\nUsher ${version} is ready at ${settings.origin}\n\n${list}\n${next}\n  Ctrl-C stops it.\n`
}

function mailLine({ mail }: Settings): string {
  switch (mail.transport) {
    case 'outbox':
      return 'outbox: kept here and shown in the admin, nothing leaves (MAIL_TRANSPORT)'
    case 'postmark':
      return `Postmark, from ${mail.from}`
    case 'smtp':
      return `SMTP by ${new URL(mail.url).host}, from ${mail.from}`
  }
}
