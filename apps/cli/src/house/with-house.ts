import { prepareHouse } from '@usher/services'
import { type House, migrateDatabase, openHouse, readPendingMigrations, readSettings } from '../deps.ts'
import { Stop } from '../stop.ts'

/**
 * Opens the house for one command. An embedded database is brought up to this release on the way; a shared one is
 * migrated only by who says so (`usher migrate`, `start`), since other releases may be using it.
 */
export async function withHouse<T>(use: (house: House) => Promise<T>): Promise<T> {
  const settings = readSettings()
  const house = await openHouse(settings)
  try {
    if (settings.databaseFile) await migrateDatabase(settings)
    else await refuseUnmigrated(await readPendingMigrations(settings))
    await prepareHouse(house)
    return await use(house)
  } finally {
    house.close()
  }
}

async function refuseUnmigrated(pending: readonly string[]) {
  if (pending.length === 0) return
  throw new Stop(`The database lacks ${pending.join(', ')}: run \`pnpm usher migrate\` first`)
}
