import { findIdentityProviders, identityProviderSorts, type Page } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'
import { describeIdentityProvider, type IdentityProvider } from './describe.ts'

export const listIdentityProvidersSchema = v.strictObject({
  ...pageEntries(identityProviderSorts, 'createdAt'),
  websiteId: v.optional(idField),
})
export type ListIdentityProvidersInput = v.InferInput<typeof listIdentityProvidersSchema>

/** Identity providers, by `name`, `createdAt` or `updatedAt` (`-` descends). Input: `ListIdentityProvidersInput`. */
export async function listIdentityProviders({
  deps,
  actor,
  input,
}: Call): Promise<Result<Page<IdentityProvider>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(listIdentityProvidersSchema, input)
  if (!parsed.ok) return parsed
  const page = answerPage(await findIdentityProviders(deps.database, parsed.value))
  if (!page.ok) return page
  const items = page.value.items.map((item) => describeIdentityProvider(deps, item))
  return ok({ ...page.value, items })
}
