import { dirname, join } from 'node:path'
import process from 'node:process'
import { countStaff, findSampleSite, prepareHouse, setUpToken } from '@usher/services'
import { type House, migrateDatabase, openHouse, type Settings } from '../deps.ts'
import { prepareDataDirectory } from '../house/data-directory.ts'
import { environmentOf } from '../house/environment.ts'
import { holdDataDirectory } from '../house/lock.ts'
import { readVersion } from '../house/version.ts'
import { root } from '../root.ts'
import { Stop } from '../stop.ts'
import { type App, type AppProcess, keepRunning } from './app-process.ts'
import { describeApps, machineEnvironment, nodeArguments } from './apps.ts'
import { buildApps } from './build.ts'
import { createGateway, refuseTakenPort } from './gateway.ts'
import { type Host, listeningHosts } from './listening-hosts.ts'
import { freePorts } from './ports.ts'
import { readRoutes } from './routes.ts'
import { createSampleSite, describeSite } from './sample-site.ts'
import { untilAskedToStop } from './until-asked-to-stop.ts'
import { welcome } from './welcome.ts'

/** The apps get so long to come up before `start` gives up. */
const readyMilliseconds = 60_000
/** Requests under way get so long to be answered, and then the apps so long to finish, when all is stopped. */
const drainMilliseconds = 1500
const appStopMilliseconds = 2500

export type StartOptions = {
  /** Build what changed before serving. */
  build: boolean
  /** Show what the apps say when all is well, too. */
  verbose: boolean
  /** The checkouts that edge and admin run from. */
  releases: { edge: string; admin: string }
}

/** Serves the whole house on one origin until it is asked to stop. */
export async function supervise(settings: Settings, options: StartOptions): Promise<void> {
  const asked = untilAskedToStop()
  const hosts = listeningHosts(settings)
  await prepareDataDirectory(settings.dataDir)
  const lock = holdDataDirectory(settings.dataDir, { pid: process.pid, origin: settings.origin })
  try {
    await refuseTakenPort(settings.port, hosts)
    if (options.build) await buildApps(root, asked.signal)
    if (asked.signal.aborted) return
    await serve(settings, hosts, asked, options)
  } finally {
    lock.release()
  }
}

async function serve(
  settings: Settings,
  hosts: readonly Host[],
  asked: ReturnType<typeof untilAskedToStop>,
  options: StartOptions,
) {
  const house = await openHouse(settings)
  await migrateDatabase(settings)
  const [edge = 0, admin = 0] = await freePorts(2)
  await prepareHouse(house)
  const setUp = (await countStaff(house)) === 0 ? await setUpToken(house.deps.keys) : null
  house.close()

  const apps = describeApps({
    root,
    releases: options.releases,
    databaseDir: settings.databaseFile && dirname(settings.databaseFile),
    ports: { edge, admin },
    environment: environmentOf(settings, house.secrets),
  }).map((app) => keepRunning(app, printer(app, options.verbose)))
  const routes = await readRoutes(join(root, 'apps/edge/microfrontends.json'))
  const site = createSampleSite({
    findSite: () => withOpenHouse(settings, findSampleSite),
    start: async (sampleSite) => {
      const [port = 0] = await freePorts(1)
      const app = describeSite({
        entry: join(root, 'apps/site/src/entry/node.ts'),
        node: nodeArguments,
        port,
        environment: machineEnvironment(),
        issuer: settings.origin,
        sampleSite,
        sessionSecret: await house.deps.keys.current.text('sample-site'),
      })
      return keepRunning(app, printer(app, options.verbose))
    },
    stopMilliseconds: appStopMilliseconds,
  })
  const gateway = createGateway({
    ...settings,
    apps,
    appOf: async (pathname) => {
      const name = routes.applicationOf(pathname)
      // Without sample data its paths are nobody's, which the edge says best.
      return (name === 'site' && (await site.process())) || named(apps, name === 'site' ? 'edge' : name)
    },
  })

  try {
    const areReady = await Promise.race([
      Promise.all(apps.map((app) => app.whenRunning(readyMilliseconds))).then((ready) =>
        ready.every(Boolean),
      ),
      asked.toStop,
    ])
    if (areReady === 'asked') return
    if (!areReady) {
      const late = apps.filter(({ state }) => state !== 'running').map(({ app }) => app.name)
      throw new Stop(
        `${late.join(' and ')} did not come up within ${readyMilliseconds / 1000} s: see the lines above`,
      )
    }
    await gateway.listen(settings.port, hosts)
    console.log(welcome(settings, setUp, await readVersion(root)))
    await asked.toStop
    console.log('\nStopping …')
  } finally {
    const worker = apps.filter(({ app }) => app.port === null)
    await Promise.all([
      gateway.close(drainMilliseconds).then(() => site.stop()),
      ...worker.map((app) => app.stop(appStopMilliseconds)),
    ])
    await Promise.all(apps.map((app) => app.stop(appStopMilliseconds)))
  }
}

async function withOpenHouse<T>(settings: Settings, use: (house: House) => Promise<T>): Promise<T> {
  const house = await openHouse(settings)
  try {
    return await use(house)
  } finally {
    house.close()
  }
}

function named(apps: readonly AppProcess[], name: string): AppProcess {
  const found = apps.find(({ app }) => app.name === name)
  if (!found) throw new Error(`microfrontends.json names ${name}, which nobody starts`)
  return found
}

const printer = (app: App, verbose: boolean) => (line: string) => {
  if (verbose || !app.routine?.test(line)) console.log(`${app.name.padEnd(6)} │ ${line}`)
}
