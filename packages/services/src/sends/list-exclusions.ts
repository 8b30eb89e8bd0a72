import {
  findSendExclusionPage,
  type Page,
  type SendExclusionListItem,
  sendExclusionSorts,
  sortNamesOf,
} from '@usher/database'
import { exclusionReasons, type ManagementRefusal, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'

export const listSendExclusionsSchema = v.strictObject({
  ...pageEntries(sortNamesOf(sendExclusionSorts), 'name'),
  sendId: idField,
  reason: v.optional(v.picklist(exclusionReasons)),
})
export type ListSendExclusionsInput = v.InferInput<typeof listSendExclusionsSchema>

/** Who was left out of a send, by `name`, each with the reason. Input: `ListSendExclusionsInput`. */
export async function listSendExclusions({
  deps,
  actor,
  input,
}: Call): Promise<Result<Page<SendExclusionListItem>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(listSendExclusionsSchema, input)
  return parsed.ok ? answerPage(await findSendExclusionPage(deps.database, parsed.value)) : parsed
}
