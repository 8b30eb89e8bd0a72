import { test as base } from '@playwright/test'
import { makePlace, type RunningHouse, startHouse } from '../src/testing/house.ts'

/** A house of its own for the tests of one file. */
export const test = base.extend<object, { house: RunningHouse }>({
  house: [
    // Playwright reads what a fixture needs from its first parameter's pattern, which may not be empty.
    async ({ browserName: _ }, use) => {
      const place = await makePlace()
      const house = await startHouse(place)
      await use(house)
      await house.stop()
      await place.remove()
    },
    { scope: 'worker' },
  ],
})

export { expect } from '@playwright/test'
