import * as v from 'valibot'

/** The fields of answers, as they are written in JSON. */
export const id = v.pipe(v.string(), v.description('A UUID.'))
export const idOrNull = v.nullable(id)
export const textOrNull = v.nullable(v.string())
export const count = v.pipe(v.number(), v.integer(), v.minValue(0))
export const instant = v.pipe(v.string(), v.isoTimestamp(), v.description('ISO 8601, UTC.'))
export const instantOrNull = v.nullable(instant)
/** A row of another kind, by name. */
export const named = v.object({ id, name: v.string() })
/** A key of a closed list in the house that may grow: told as text. */
export const word = v.string()

export const pageOf = <Item extends v.GenericSchema>(item: Item) =>
  v.object({
    items: v.array(item),
    nextCursor: v.pipe(
      v.nullable(v.string()),
      v.description('Give it as `cursor` for the next page; null on the last.'),
    ),
    totalCount: v.optional(
      v.pipe(count, v.description('How many there are on all pages; 5001 says more than 5,000.')),
    ),
    isCut: v.optional(
      v.pipe(v.boolean(), v.description('The search is too wide: only the latest 5,000 are listed.')),
    ),
  })
