import { findSuppressions, type Page, suppressionSorts, sortNamesOf } from '@usher/database'
import { type ManagementRefusal, type Result, suppressionReasons } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'
import type { Suppression } from './get.ts'

export const listSuppressionsSchema = v.strictObject({
  ...pageEntries(sortNamesOf(suppressionSorts), '-createdAt'),
  reason: v.optional(v.picklist(suppressionReasons)),
  websiteId: v.optional(idField),
})
export type ListSuppressionsInput = v.InferInput<typeof listSuppressionsSchema>

/** Addresses that are not mailed any more, the latest first. Input: `ListSuppressionsInput`. */
export async function listSuppressions({
  deps,
  actor,
  input,
}: Call): Promise<Result<Page<Suppression>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(listSuppressionsSchema, input)
  return parsed.ok ? answerPage(await findSuppressions(deps.database, parsed.value)) : parsed
}
