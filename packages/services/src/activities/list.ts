import { type ActivityListItem, activitySorts, findActivities, type Page } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'

export const listActivitiesSchema = v.strictObject({
  ...pageEntries(activitySorts, '-occurredAt'),
  contactId: v.optional(idField),
  invitationId: v.optional(idField),
})
export type ListActivitiesInput = v.InferInput<typeof listActivitiesSchema>

/** The timeline of a contact, of an invitation, or of the house; newest first. Input: `ListActivitiesInput`. */
export async function listActivities({
  deps,
  actor,
  input,
}: Call): Promise<Result<Page<ActivityListItem>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(listActivitiesSchema, input)
  return parsed.ok ? answerPage(await findActivities(deps.database, parsed.value)) : parsed
}
