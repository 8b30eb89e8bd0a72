import { findRedemptions, type Page, type RedemptionListItem, redemptionSorts } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'

export const listRedemptionsSchema = v.strictObject({
  ...pageEntries(redemptionSorts, '-redeemedAt'),
  invitationId: v.optional(idField),
  contactId: v.optional(idField),
})
export type ListRedemptionsInput = v.InferInput<typeof listRedemptionsSchema>

/** Redemptions, newest first (`redeemedAt`, `-redeemedAt`), of one invitation or contact or all. Input: `ListRedemptionsInput`. */
export async function listRedemptions({
  deps,
  actor,
  input,
}: Call): Promise<Result<Page<RedemptionListItem>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(listRedemptionsSchema, input)
  return parsed.ok ? answerPage(await findRedemptions(deps.database, parsed.value)) : parsed
}
