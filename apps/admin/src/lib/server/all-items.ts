import type { ManagementRefusal, Result } from '@usher/domain'
import type { Page } from '@usher/services'
import { valueOrErrorPage } from './refusals.ts'

const pageSize = 200
const pagesRead = 10

/** All rows of a list that is short by its nature, such as websites: what a form offers. At most 2,000. */
export async function allItems<T>(
  list: (page: { limit: number; cursor: string | null }) => Promise<Result<Page<T>, ManagementRefusal>>,
): Promise<T[]> {
  const items: T[] = []
  let cursor: string | null = null
  for (let page = 0; page < pagesRead; page++) {
    const found: Page<T> = valueOrErrorPage(await list({ limit: pageSize, cursor }))
    items.push(...found.items)
    cursor = found.nextCursor
    if (cursor === null) break
  }
  return items
}
