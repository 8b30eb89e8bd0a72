import { findSends, type Page, type SendRow, sendSorts, sortNamesOf } from '@usher/database'
import { type ManagementRefusal, type Result, sendStatuses } from '@usher/domain'
import * as v from 'valibot'
import { type Actor, refuseUnless } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'

export const listSendsSchema = v.strictObject({
  ...pageEntries(sortNamesOf(sendSorts), '-createdAt'),
  status: v.optional(v.picklist(sendStatuses)),
})

/** Sends, the latest first. */
export async function listSends({
  deps,
  actor,
  input,
}: {
  deps: Deps
  actor: Actor
  input: v.InferInput<typeof listSendsSchema>
}): Promise<Result<Page<SendRow>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(listSendsSchema, input)
  return parsed.ok ? answerPage(await findSends(deps.database, parsed.value)) : parsed
}
