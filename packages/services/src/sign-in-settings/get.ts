import {
  defaultWebsiteSettings,
  type ManagementRefusal,
  ok,
  type Result,
  type WebsiteSettings,
} from '@usher/domain'
import * as v from 'valibot'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import type { IdentityProvider } from '../identity-providers/describe.ts'
import { listIdentityProviders } from '../identity-providers/list.ts'
import { parseInput } from '../parse-input.ts'
import { getWebsite } from '../websites/get.ts'

/** How people come in on a website: its settings, and who else may say who they are. */
export type SignInSettings = {
  websiteId: string
  websiteName: string
  settings: WebsiteSettings
  identityProviders: IdentityProvider[]
}

const getSignInSettingsSchema = v.strictObject({ websiteId: idField })

/** Input: `{ websiteId }`. */
export async function getSignInSettings({
  deps,
  actor,
  input,
}: Call): Promise<Result<SignInSettings, ManagementRefusal>> {
  const parsed = parseInput(getSignInSettingsSchema, input)
  if (!parsed.ok) return parsed
  const { websiteId } = parsed.value
  const website = await getWebsite({ deps, actor, input: { id: websiteId } })
  if (!website.ok) return website
  const providers = await listIdentityProviders({ deps, actor, input: { websiteId, limit: 200 } })
  if (!providers.ok) return providers
  return ok({
    websiteId,
    websiteName: website.value.name,
    settings: { ...defaultWebsiteSettings, ...website.value.settings },
    identityProviders: providers.value.items,
  })
}
