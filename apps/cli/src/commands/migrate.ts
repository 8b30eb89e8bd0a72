import { migrateDatabase, openHouse, readSettings } from '../deps.ts'
import { prepareHouse } from '@usher/services'
import { defineVerb } from '../verb.ts'

export default defineVerb({
  name: 'migrate',
  description: 'Bring the database up to this release',
  async run() {
    const settings = readSettings()
    // The secret first: a database without one could not be opened again.
    const house = await openHouse(settings)
    try {
      const applied = await migrateDatabase(settings)
      await prepareHouse(house)
      const text =
        applied.length > 0
          ? `Applied ${applied.join(', ')}.`
          : 'Nothing to apply: the database is up to date.'
      return { text, data: { applied } }
    } finally {
      house.close()
    }
  },
})
