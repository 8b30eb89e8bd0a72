import { and, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contacts } from '../schema/contacts.ts'
import { createTemporaryDatabase } from '../testing/index.ts'
import { containsText, endPage, type PageRequest, type Sorts, sortNamesOf, startPage } from './page.ts'

const now = new Date('2027-01-15T10:00:00Z')
const lastNames = ['Doe', 'Doe', null, 'adams', 'Zoë', "O'Neil", '50%', '500', 'a_b', 'axb', 'back\\slash']
const sorts = {
  name: [sql`coalesce(${contacts.lastName}, '') collate nocase`],
  createdAt: [contacts.createdAt],
} satisfies Sorts

let temporary: Awaited<ReturnType<typeof createTemporaryDatabase>>
beforeAll(async () => {
  temporary = await createTemporaryDatabase()
  const { database } = temporary
  await database.write(
    lastNames.map((lastName, index) =>
      database.query.insert(contacts).values({
        id: `id-${index}`,
        lastName,
        createdAt: new Date(now.getTime() + Math.floor(index / 3)),
        updatedAt: now,
      }),
    ),
  )
})
afterAll(() => temporary.remove())

const list = async (request: Partial<PageRequest>) => {
  const page = startPage({ limit: 50, cursor: null, sort: 'name', ...request }, sorts, contacts.id)
  if (!page) return null
  const rows = await temporary.database.query
    .select({ id: contacts.id, lastName: contacts.lastName, pageKey: page.key })
    .from(contacts)
    .where(and(containsText(request.search ?? '', [contacts.lastName]), page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  return endPage(page, rows)
}

const walk = async (sort: string, limit: number) => {
  const ids: string[] = []
  for (let cursor: string | null = null; ;) {
    const page: Awaited<ReturnType<typeof list>> = await list({ sort, limit, cursor })
    ids.push(...(page?.items.map((item) => item.id) ?? []))
    if (!page?.nextCursor) return ids
    cursor = page.nextCursor
  }
}

test.each(sortNamesOf(sorts))('walking page by page in the order %s shows every row once', async (sort) => {
  const all = await walk(sort, 200)
  expect(all).toHaveLength(lastNames.length)
  for (const limit of [1, 2, 3, 10, 11]) expect(await walk(sort, limit)).toEqual(all)
})

test('a descending order is the ascending one backwards, equal values included', async () => {
  expect(await walk('-name', 3)).toEqual((await walk('name', 3)).reverse())
})

test('a cursor that was altered, invented, or made for another order is none', async () => {
  const cursor = (await list({ limit: 2 }))?.nextCursor ?? ''
  expect(await list({ cursor })).not.toBeNull()
  const altered = [...cursor].map((_, index) => {
    const letter = cursor[index] === 'A' ? 'B' : 'A'
    return cursor.slice(0, index) + letter + cursor.slice(index + 1)
  })
  // The last letter may hold bits that no byte uses.
  for (const text of altered.slice(0, -1)) expect(await list({ cursor: text })).toBeNull()
  for (const text of ['', 'x', '%%%', '💥', btoa('{}'), cursor.repeat(3)])
    expect(await list({ cursor: text })).toBeNull()
  expect(await list({ cursor, sort: '-name' })).toBeNull()
  expect(await list({ cursor, sort: 'createdAt' })).toBeNull()
})

test.each([
  ['doe', ['Doe', 'Doe']],
  ['%', ['50%']],
  ['a_b', ['a_b']],
  ['k\\s', ['back\\slash']],
  ["o'n", ["O'Neil"]],
  ['50 %', ['50%']],
  ['doe zoë', []],
])('searching %j finds the text itself, wildcards included: %j', async (search, found) => {
  expect((await list({ search }))?.items.map((item) => item.lastName)).toEqual(found)
})
