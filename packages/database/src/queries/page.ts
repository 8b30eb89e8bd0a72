import { fromBase64Url, toBase64Url } from '@usher/domain'
import { and, or, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'

/** The orders of a list: a name and what it sorts by. None of the expressions may be null: wrap them in `coalesce`. */
export type Sorts = Record<string, readonly (SQLiteColumn | SQL)[]>
/** `name` ascends, `-name` descends. */
export type SortName<S extends Sorts = Sorts> = `${'' | '-'}${keyof S & string}`

/** What a list is asked for: parsed by the services (`pageEntries`). `limit` is 1 to 200. */
export type PageRequest<Sort extends string = string> = {
  limit: number
  cursor: string | null
  search: string
  sort: Sort
}
export type Page<T> = {
  items: T[]
  nextCursor: string | null
  /** How many there are on all pages; `countedUpTo + 1` says more than that. */
  totalCount?: number | undefined
  /** A search found more than can be put in order: the list holds the latest of them. */
  isCut?: boolean
}

/** The parts of one page's SELECT. */
export type PageQuery = {
  sort: string
  /** To be selected as `pageKey`. */
  key: SQL<string>
  /** For the WHERE; undefined on the first page. */
  after: SQL | undefined
  orderBy: SQL[]
  /** One row more than the page holds, which tells whether another page follows. */
  limit: number
}

/** What can stand after the sign: `name`, `-name`, …; for the door's list of allowed values. */
export const sortNamesOf = <S extends Sorts>(sorts: S): SortName<S>[] =>
  Object.keys(sorts).flatMap((name) => [name, `-${name}`]) as SortName<S>[]

/**
 * Keyset paging: stable while rows come and go, as quick on the last page as on the first.
 * The id is the last sort key, so that the order is total. Pages are rows after the values the cursor names.
 *
 * `null`: the cursor was not made by this list in this order; answer `invalid_request` (services: `answerPage`).
 *
 * @example
 * const sorts = { createdAt: [contacts.createdAt], name: [sql`coalesce(${contacts.lastName}, '')`] } satisfies Sorts
 * const page = startPage(request, sorts, contacts.id)
 * if (!page) return null
 * const filter = containsText(request.search, [contacts.lastName, contacts.email])
 * const rows = await query
 *   .select({ id: contacts.id, pageKey: page.key })
 *   .from(contacts)
 *   .where(and(filter, page.after))
 *   .orderBy(...page.orderBy)
 *   .limit(page.limit)
 * return { ...endPage(page, rows), totalCount: await countRows(database, contacts, filter) }
 */
export function startPage(
  request: Pick<PageRequest, 'limit' | 'cursor' | 'sort'>,
  sorts: Sorts,
  id: SQLiteColumn,
): PageQuery | null {
  const isDescending = request.sort.startsWith('-')
  const keys = sorts[request.sort.replace(/^-/, '')]
  if (!keys) throw new TypeError(`A list has no sort named ${request.sort}`)
  const expressions = [...keys, id].map((key) => sql`${key}`)
  const values = request.cursor === null ? null : readCursor(request.cursor, request.sort, expressions.length)
  if (request.cursor !== null && !values) return null
  const row = sql.join(expressions, sql`, `)
  return {
    sort: request.sort,
    key: sql<string>`json_array(${row})`,
    after: values
      ? sql`(${row}) ${isDescending ? sql`<` : sql`>`} (${sql.join(
          values.map((value) => sql`${value}`),
          sql`, `,
        )})`
      : undefined,
    orderBy: expressions.map((expression) => (isDescending ? sql`${expression} desc` : expression)),
    limit: request.limit + 1,
  }
}

/** Cuts the rows of `startPage`'s SELECT into the page and the cursor of the next one. */
export function endPage<Row extends { pageKey: string }>(
  page: PageQuery,
  rows: readonly Row[],
): { items: Omit<Row, 'pageKey'>[]; nextCursor: string | null } {
  const shown = rows.slice(0, page.limit - 1)
  const last = rows.length === page.limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ pageKey: _, ...item }) => item),
    nextCursor: last ? writeCursor(page.sort, last.pageKey) : null,
  }
}

/**
 * True where every word of the search occurs in one of the columns; undefined when there is no word.
 * ASCII letters match in any case; `%` and `_` are themselves.
 */
export function containsText(search: string, columns: readonly (SQLiteColumn | SQL)[]): SQL | undefined {
  const words = search.split(/\s+/).filter(Boolean).slice(0, 10)
  return and(
    ...words.map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
      return or(...columns.map((column) => sql`${column} like ${pattern} escape '\\'`))
    }),
  )
}

// The checksum finds slips, not forgers: a forged cursor shows nothing but another place in the same list.
function writeCursor(sort: string, key: string): string {
  const text = `${sort} ${key}`
  return toBase64Url(new TextEncoder().encode(`${checksumOf(text)} ${text}`))
}

function readCursor(cursor: string, sort: string, length: number): (string | number)[] | null {
  try {
    const [, checksum, text = ''] =
      /^(\S+) (.*)$/s.exec(new TextDecoder().decode(fromBase64Url(cursor))) ?? []
    if (checksum !== checksumOf(text) || !text.startsWith(`${sort} `)) return null
    const values: unknown = JSON.parse(text.slice(sort.length + 1))
    const isKey = (value: unknown) => typeof value === 'string' || typeof value === 'number'
    return Array.isArray(values) && values.length === length && values.every(isKey) ? values : null
  } catch {
    return null
  }
}

/** FNV-1a, 32 bits. */
function checksumOf(text: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(36)
}
