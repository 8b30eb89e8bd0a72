import { stat } from 'node:fs/promises'
import { listWebsites } from '@usher/services'
import { openHouse, operator, readPendingMigrations, readSettings, type Settings } from '../deps.ts'
import { readHolder } from '../house/lock.ts'
import { secretFile } from '../house/secret.ts'
import { refuseTakenPort } from '../start/gateway.ts'
import { listeningHosts } from '../start/listening-hosts.ts'
import { Stop } from '../stop.ts'
import { examineMail } from './mail.ts'

export type Finding = { about: string; state: 'ok' | 'warning' | 'failed'; detail: string }

export const finding = (about: string, state: Finding['state'], detail: string): Finding => ({
  about,
  state,
  detail,
})

/** Looks at everything and changes nothing. */
export async function examine(): Promise<Finding[]> {
  let settings: Settings
  try {
    settings = readSettings()
  } catch (error) {
    if (error instanceof Stop) return [finding('environment', 'failed', error.message)]
    throw error
  }
  const database = await examineDatabase(settings)
  return [
    finding('environment', 'ok', `origin ${settings.origin}, data in ${settings.dataDir}`),
    await examineSecret(settings),
    database,
    ...(database.state === 'ok' ? await examineWebsites(settings) : []),
    ...(await examineMail(settings.mail)),
    await examinePort(settings),
  ]
}

async function examineSecret(settings: Settings): Promise<Finding> {
  if (settings.hasOwnSecret) return finding('secret', 'ok', 'given by USHER_SECRET')
  const file = secretFile(settings.dataDir)
  const found = await stat(file).catch(() => null)
  if (!found) return finding('secret', 'warning', `not made yet: the first start writes ${file}`)
  const mode = (found.mode & 0o777).toString(8)
  return mode === '600'
    ? finding('secret', 'ok', `${file}, for its owner alone`)
    : finding('secret', 'failed', `${file} has mode ${mode}: others can read it. Run \`chmod 600 ${file}\``)
}

async function examineDatabase(settings: Settings): Promise<Finding> {
  const { databaseFile, database } = settings
  if (databaseFile && !(await stat(databaseFile).catch(() => null))) {
    return finding('database', 'warning', `not made yet: the first start writes ${databaseFile}`)
  }
  const address = databaseFile ?? new URL(database.url).host
  try {
    const pending = await readPendingMigrations(settings)
    return pending.length === 0
      ? finding('database', 'ok', `${address}, up to date`)
      : finding('database', 'failed', `${address} lacks ${pending.join(', ')}: run \`pnpm usher migrate\``)
  } catch (error) {
    if (error instanceof Stop) return finding('database', 'failed', error.message)
    throw error
  }
}

async function examineWebsites(settings: Settings): Promise<Finding[]> {
  const house = await openHouse(settings)
  try {
    const websites = await listWebsites({ deps: house.deps, actor: operator, input: { limit: 200 } })
    if (!websites.ok) return []
    const astray = websites.value.items.filter(({ baseUrl }) => new URL(baseUrl).origin !== settings.origin)
    if (astray.length === 0) return [finding('websites', 'ok', `links lead to ${settings.origin}`)]
    return astray.map(({ name, baseUrl }) =>
      finding(
        'websites',
        'warning',
        `links of ${name} lead to ${baseUrl}, while Usher answers at ${settings.origin}`,
      ),
    )
  } finally {
    house.close()
  }
}

async function examinePort(settings: Settings): Promise<Finding> {
  try {
    await refuseTakenPort(settings.port, listeningHosts(settings))
    return finding('port', 'ok', `${settings.port} is free`)
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    const holder = readHolder(settings.dataDir)
    return holder
      ? finding('port', 'ok', `${settings.port}: Usher is running (process ${holder.pid})`)
      : finding('port', 'failed', error.message)
  }
}
