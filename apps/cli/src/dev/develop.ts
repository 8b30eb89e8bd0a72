import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { countStaff, findSampleSite, prepareHouse, setUpToken } from '@usher/services'
import { migrateDatabase, openHouse, type Settings } from '../deps.ts'
import { environmentOf } from '../house/environment.ts'
import { holdDataDirectory } from '../house/lock.ts'
import { prepareDataDirectory } from '../house/data-directory.ts'
import { readVersion } from '../house/version.ts'
import { refuseTakenPort } from '../start/gateway.ts'
import { readRoutes } from '../start/routes.ts'
import { welcome } from '../start/welcome.ts'
import { root } from '../root.ts'
import { Stop } from '../stop.ts'

/** Prepares the house as `start` does, then leaves the apps, their reload and the proxy to Turborepo. */
export async function develop(settings: Settings): Promise<void> {
  const { developmentPort } = await readRoutes(join(root, 'apps/edge/microfrontends.json'))
  if (settings.port !== developmentPort) {
    throw new Stop(
      `USHER_PORT is ${settings.port}: Turborepo’s proxy serves ${developmentPort}, as apps/edge/microfrontends.json says (options.localProxyPort)`,
    )
  }
  await prepareDataDirectory(settings.dataDir)
  const lock = holdDataDirectory(settings.dataDir, { pid: process.pid, origin: settings.origin })
  try {
    await refuseTakenPort(settings.port, ['127.0.0.1'])
    const house = await openHouse(settings)
    await migrateDatabase(settings)
    await prepareHouse(house)
    const setUp = (await countStaff(house)) === 0 ? await setUpToken(house.deps.keys) : null
    const site = {
      SITE_URL: `${settings.origin}/partners`,
      SITE_CLIENT_ID: (await findSampleSite(house))?.clientId ?? '',
      SITE_SESSION_SECRET: await house.deps.keys.current.text('sample-site'),
      USHER_ISSUER: settings.origin,
    }
    house.close()
    console.log(welcome(settings, setUp, await readVersion(root)))
    await runTurbo({ ...environmentOf(settings, house.secrets), ...site })
  } finally {
    lock.release()
  }
}

async function runTurbo(environment: Record<string, string>) {
  // Ctrl-C reaches Turborepo as well, and it ends what it started: waiting for it is all there is to do here.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => turbo.kill(name))
  const turbo = spawn(join(root, 'node_modules/.bin/turbo'), ['run', 'dev', '--env-mode=loose'], {
    cwd: root,
    env: { ...process.env, ...environment, TURBO_TELEMETRY_DISABLED: '1' },
    stdio: 'inherit',
  })
  await once(turbo, 'close')
}
