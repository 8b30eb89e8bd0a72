import { findWebsites, type Page, type WebsiteListItem, websiteSorts } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'

export const listWebsitesSchema = v.strictObject(pageEntries(websiteSorts, 'name'))
export type ListWebsitesInput = v.InferInput<typeof listWebsitesSchema>

/** Websites, by `name`, `createdAt` or `updatedAt` (`-` descends). Input: `ListWebsitesInput`. */
export async function listWebsites({
  deps,
  actor,
  input,
}: Call): Promise<Result<Page<WebsiteListItem>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(listWebsitesSchema, input)
  return parsed.ok ? answerPage(await findWebsites(deps.database, parsed.value)) : parsed
}
