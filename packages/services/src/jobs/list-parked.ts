import { findParkedJobs, type Page, type ParkedJob, parkedJobSorts, sortNamesOf } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { type Actor, refuseUnless } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'

export const listParkedJobsSchema = v.strictObject(pageEntries(sortNamesOf(parkedJobSorts), '-parkedAt'))

/** Work that was given up until somebody retries it, each with its last error. */
export async function listParkedJobs({
  deps,
  actor,
  input,
}: {
  deps: Deps
  actor: Actor
  input: v.InferInput<typeof listParkedJobsSchema>
}): Promise<Result<Page<ParkedJob>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(listParkedJobsSchema, input)
  return parsed.ok ? answerPage(await findParkedJobs(deps.database, parsed.value)) : parsed
}
