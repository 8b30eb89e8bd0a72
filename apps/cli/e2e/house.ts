import { test as base } from '@playwright/test'
import { makePlace, type RunningHouse, startHouse } from '../src/testing/house.ts'

/** A house of its own for each story. */
export const test = base.extend<{ house: RunningHouse }>({
  // Playwright reads what a fixture needs from its first parameter's pattern, which may not be empty.
  house: async ({ browserName: _ }, use) => {
    const place = await makePlace()
    const house = await startHouse(place)
    await use(house)
    await house.stop()
    await place.remove()
  },
})

export { expect } from '@playwright/test'
