import { type ApiKeyListItem, apiKeySorts, findApiKeys, type Page } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'

export const listApiKeysSchema = v.strictObject(pageEntries(apiKeySorts, '-createdAt'))
export type ListApiKeysInput = v.InferInput<typeof listApiKeysSchema>

/** Keys, revoked ones too, by `name`, `createdAt` or `lastUsedAt` (`-` descends). Input: `ListApiKeysInput`. */
export async function listApiKeys({
  deps,
  actor,
  input,
}: Call): Promise<Result<Page<ApiKeyListItem>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(listApiKeysSchema, input)
  return parsed.ok ? answerPage(await findApiKeys(deps.database, parsed.value)) : parsed
}
