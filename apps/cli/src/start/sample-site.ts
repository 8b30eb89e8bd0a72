import process from 'node:process'
import type { SampleSite } from '@usher/services'
import type { App, AppProcess } from './app-process.ts'

/** Sample data that comes or goes is noticed as soon as this. */
const askedAgainMilliseconds = 2000

/**
 * The sample website runs while there is sample data and somebody looks at it: the first request to it starts it, so that
 * loading sample data later needs no restart, and a house without any has one program less.
 */
export function createSampleSite(given: {
  findSite(): Promise<SampleSite | null>
  /** Starts it; keeps it running. */
  start(site: SampleSite): Promise<AppProcess>
  stopMilliseconds: number
}) {
  let running: { site: SampleSite; process: AppProcess } | null = null
  let asked: { at: number; answer: Promise<AppProcess | null> } | null = null

  const look = async (): Promise<AppProcess | null> => {
    const site = await given.findSite()
    if (running && running.site.clientId === site?.clientId) return running.process
    await running?.process.stop(given.stopMilliseconds)
    running = site && { site, process: await given.start(site) }
    return running?.process ?? null
  }

  return {
    /** `null` while there is no sample data. */
    process(): Promise<AppProcess | null> {
      const now = performance.now()
      if (asked && now - asked.at < askedAgainMilliseconds) return asked.answer
      // A database that cannot be reached says nothing against who runs already.
      asked = { at: now, answer: look().catch(() => running?.process ?? null) }
      return asked.answer
    },
    async stop() {
      const process = await asked?.answer
      await process?.stop(given.stopMilliseconds)
    },
  }
}

/** How it is started: told where it is and whom it belongs to, and nothing of the house's own secrets. */
export const describeSite = (site: {
  entry: string
  node: readonly string[]
  port: number
  environment: Record<string, string>
  issuer: string
  sampleSite: SampleSite
  sessionSecret: string
}): App => ({
  name: 'site',
  command: process.execPath,
  args: [...site.node, site.entry],
  environment: {
    ...site.environment,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(site.port),
    SITE_URL: site.sampleSite.url,
    SITE_CLIENT_ID: site.sampleSite.clientId,
    SITE_SESSION_SECRET: site.sessionSecret,
    USHER_ISSUER: site.issuer,
  },
  port: site.port,
})
