import { measureChanges } from './changes.ts'
import { measureLists } from './lists.ts'
import { measurePages } from './pages.ts'
import { makeFilledPlace } from './place.ts'
import { printRows } from './print.ts'

const few = 10_000
const many = 1_000_000

/**
 * The admin with a million contacts and a million invitations in an embedded file, beside the same with ten thousand.
 * Needs the built apps, 3 GB of disk and some minutes. @returns whether every target is met
 */
export async function measureAdmin(): Promise<boolean> {
  console.log('\nThe admin with many rows')
  const changes = printRows('Changes to many rows', await measureChanges())
  const [small, large] = [await makeFilledPlace(few), await makeFilledPlace(many)]
  try {
    const lists = printRows(
      'Lists with 1,000,000 rows, as many times 10,000',
      await measureLists(small, large),
    )
    const pages = printRows('Pages with 1,000,000 rows', await measurePages(large))
    return changes && lists && pages
  } finally {
    await small.remove()
    await large.remove()
  }
}
