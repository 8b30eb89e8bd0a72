import type { Page } from '@usher/database'
import { ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseInput } from './parse-input.ts'

/**
 * The fields that every list takes, to be spread into its `v.strictObject`:
 * `limit` 1 to 200 (50), `cursor` (none), `search` (none), `sort` from the list.
 * Numbers may come as text, since they come from URLs.
 *
 * @example v.strictObject({ ...pageEntries(sortNamesOf(contactSorts), 'name'), accountId: v.optional(v.string()) })
 */
export function pageEntries<const Sort extends string>(sorts: readonly Sort[], defaultSort: NoInfer<Sort>) {
  return {
    limit: v.optional(
      v.pipe(
        v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number))], limitMessage),
        v.integer(limitMessage),
        v.minValue(1, limitMessage),
        v.maxValue(200, limitMessage),
      ),
      50,
    ),
    cursor: v.optional(
      v.pipe(
        v.nullable(v.string()),
        v.transform((text) => text || null),
      ),
      null,
    ),
    search: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
    sort: v.optional(v.picklist(sorts), defaultSort),
  }
}

/** What a list query found, or the refusal when it could not read the cursor (`null`). */
export const answerPage = <P extends Page<unknown>>(page: P | null): Result<P, 'invalid_request'> =>
  page
    ? ok(page)
    : refuseInput({ path: 'cursor', message: 'This is no page of this list. Start again without a cursor.' })

const limitMessage = 'Give a whole number from 1 to 200.'
